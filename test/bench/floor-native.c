// The native floor: two threads that open, read and inflate every file of a tree with libdeflate, compare the checksum,
// and count how often a text occurs; without a text, they compute the SHA-256 of each file's content instead and count the
// files. `floor-native.sh` builds it. Prints the count.
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Declared here, because the libraries are often there without their headers.
struct libdeflate_decompressor;
struct libdeflate_decompressor *libdeflate_alloc_decompressor(void);
int libdeflate_gzip_decompress(struct libdeflate_decompressor *, const void *, size_t, void *, size_t, size_t *);
unsigned char *SHA256(const unsigned char *, size_t, unsigned char *);

static char **files;
static size_t count, next_file;
static const char *text;
static size_t found[2];

static int add(const char *path, const struct stat *stat, int kind, struct FTW *ftw) {
  (void)stat, (void)ftw;
  size_t length = strlen(path);
  if (kind == FTW_F && length > 3 && strcmp(path + length - 3, ".gz") == 0) {
    if ((count & (count - 1)) == 0) files = realloc(files, sizeof *files * (count ? count * 2 : 1));
    files[count++] = strdup(path);
  }
  return 0;
}

static void *work(void *number) {
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  size_t room = 1 << 20, out_room = 1 << 22;
  unsigned char *in = malloc(room), *out = malloc(out_room);
  for (size_t n; (n = __atomic_fetch_add(&next_file, 1, __ATOMIC_RELAXED)) < count;) {
    int file = open(files[n], O_RDONLY);
    struct stat stat;
    if (file < 0 || fstat(file, &stat) != 0) exit(1);
    if ((size_t)stat.st_size > room) in = realloc(in, room = stat.st_size);
    if (read(file, in, stat.st_size) != stat.st_size) exit(1);
    close(file);
    unsigned size;
    memcpy(&size, in + stat.st_size - 4, 4);
    if (size > out_room) out = realloc(out, out_room = size);
    size_t length;
    if (libdeflate_gzip_decompress(inflater, in, stat.st_size, out, out_room, &length) != 0) exit(1);
    if (text == NULL) {
      unsigned char hash[32];
      SHA256(out, length, hash);
      found[(size_t)number]++;
      continue;
    }
    unsigned char *end = out + length;
    for (unsigned char *at = out; (at = memmem(at, end - at, text, strlen(text))); at++) found[(size_t)number]++;
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 2 && argc != 3) return 2;
  text = argv[2];
  nftw(argv[1], add, 64, FTW_PHYS);
  pthread_t thread;
  pthread_create(&thread, NULL, work, (void *)1);
  work((void *)0);
  pthread_join(thread, NULL);
  printf("%zu\n", found[0] + found[1]);
}
