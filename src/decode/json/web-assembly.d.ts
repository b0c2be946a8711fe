// What scan.ts uses of WebAssembly: neither TypeScript's es libraries nor Node's types declare it.

declare namespace WebAssembly {
  type Module = object
  const Module: new (bytes: Uint8Array) => Module

  interface Instance {
    readonly exports: object
  }
  const Instance: new (module: Module) => Instance

  interface Memory {
    /** Another one after every growth. */
    readonly buffer: ArrayBuffer
  }

  interface Global {
    readonly value: number
  }
}
