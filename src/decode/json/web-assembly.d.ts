// Declares the parts of WebAssembly that scan.ts uses, because neither TypeScript's ES libraries nor Node's types do.

declare namespace WebAssembly {
  type Module = object
  const Module: new (bytes: Uint8Array) => Module

  interface Instance {
    readonly exports: object
  }
  const Instance: new (module: Module) => Instance

  interface Memory {
    /** Replaced whenever the memory grows. */
    readonly buffer: ArrayBuffer
  }

  interface Global {
    readonly value: number
  }
}
