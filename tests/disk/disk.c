/* A disk that tells, stalls, refuses and loses: preloaded, it stands between a process and the
 * files whose path begins with DISK_FILE. It can
 *   tell    in DISK_STATE, a mapped file, whether a commit is under way and how much was written;
 *   refuse  every write with EROFS while DISK_STATE says so;
 *   hold    the next write to the log, or sync of it, for as long as DISK_STATE says so;
 *   fail    with DISK_ERRNO at the DISK_FAIL_AT-th write or sync, and at no other;
 *   lack    second names: no file gets one if DISK_NO_LINKS is set;
 *   stall   each sync by DISK_SYNC_US microseconds;
 *   kill    the process before the DISK_KILL_AT-th of all that changes a file or a name, or of the
 *           kinds in DISK_KILL_OF alone: a bit for each, WRITES to SYNCS below;
 *   lose    at the DISK_CUT_AT-th write or sync: what was not synced is dropped, or torn at a
 *           sector, or with a chance of DISK_KEEP per thousand kept; then the process is gone.
 * Removing and shortening a file count as durable at once: real disks may differ.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 4096, SECTOR = 512 };

enum { AT_WRITE = 1, AT_SYNC = 2 };

enum { WRITES = 1, CUTS = 2, CREATES = 4, RENAMES = 8, LINKS = 16, UNLINKS = 32, SYNCS = 64 };

struct state { unsigned in_commit, refuses, writes, syncs, holds, is_held, points; };
struct unsynced {
    char *path, *before, *after;
    off_t at, size_before;
    size_t had, length;
    struct unsynced *next;
};

static char *path_of[MOST_FILES];
static struct unsynced *first, *last;
static struct state nowhere, *state = &nowhere;
static long cut_at, fail_at, fails_with, keep, stall, kill_at, kill_of;
static unsigned seed;

#define REAL(result, name, ...)                                  \
    static result (*real_##name)(__VA_ARGS__);                   \
    if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

static long setting(const char *name) {
    const char *value = getenv(name);
    return value ? atol(value) : 0;
}

static void set_up(void) {
    static int is_done;
    const char *shared = getenv("DISK_STATE");
    if (is_done++) return;
    cut_at = setting("DISK_CUT_AT");
    fail_at = setting("DISK_FAIL_AT");
    fails_with = setting("DISK_ERRNO");
    keep = setting("DISK_KEEP");
    stall = setting("DISK_SYNC_US");
    kill_at = setting("DISK_KILL_AT");
    kill_of = setting("DISK_KILL_OF");
    seed = (unsigned)setting("DISK_SEED");
    if (!shared) return;
    int file = open(shared, O_RDWR);
    void *mapped = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) state = mapped;
    close(file);
}

static int is_ours(const char *path) {
    const char *ours = getenv("DISK_FILE");
    return ours && path && !strncmp(path, ours, strlen(ours));
}

/* Before something changes: the process is gone if its time has come. */
static void point(const char *path, long kind) {
    if (!is_ours(path)) return;
    set_up();
    if (!kill_at || (kill_of && !(kill_of & kind))) return;
    if (__sync_add_and_fetch(&state->points, 1) == kill_at) kill(getpid(), SIGKILL);
}

static int seen(int file, const char *path) {
    if (file < 0 || file >= MOST_FILES || !is_ours(path)) return file;
    set_up();
    free(path_of[file]);
    path_of[file] = strdup(path);
    return file;
}

static char *ours(int file) { return file >= 0 && file < MOST_FILES ? path_of[file] : NULL; }

/* Undo everything that was not synced, then let some of it have reached the disk after all. */
static void cut(void) {
    struct unsynced *back[1 << 16];
    int count = 0;
    REAL(ssize_t, pwrite64, int, const void *, size_t, off_t);
    for (struct unsynced *each = first; each && count < 1 << 16; each = each->next)
        back[count++] = each;
    for (int i = count - 1; i >= 0; i--) {
        int file = open(back[i]->path, O_RDWR);
        real_pwrite64(file, back[i]->before, back[i]->had, back[i]->at);
        if (ftruncate(file, back[i]->size_before)) _exit(99);
        close(file);
    }
    for (int i = 0; i < count; i++) {
        size_t length = back[i]->length;
        if (rand_r(&seed) % 1000 >= keep) continue;
        if (rand_r(&seed) % 2) length = rand_r(&seed) % (length / SECTOR + 1) * SECTOR;
        int file = open(back[i]->path, O_RDWR);
        real_pwrite64(file, back[i]->after, length, back[i]->at);
        close(file);
    }
    _exit(42);
}

static void passes(void) {
    if (cut_at && state->writes + state->syncs >= cut_at) cut();
}

static int fails(void) {
    if (!fail_at || state->writes + state->syncs != fail_at) return 0;
    errno = fails_with;
    return 1;
}

/* Stand still at that very point: until the process is killed there, or let go. */
static void hold(const char *path, unsigned here) {
    if (state->holds != here || !strstr(path, "-wal")) return;
    state->is_held = 1;
    while (state->holds == here) usleep(1000);
    state->is_held = 0;
}

static void remember(int file, const void *data, size_t length, off_t at) {
    struct stat now;
    struct unsynced *one = calloc(1, sizeof *one);
    fstat(file, &now);
    *one = (struct unsynced){.path = strdup(ours(file)), .at = at, .size_before = now.st_size,
                             .before = malloc(length), .after = malloc(length), .length = length};
    int other = open(one->path, O_RDONLY);
    ssize_t had = pread(other, one->before, length, at);
    close(other);
    one->had = had > 0 ? had : 0;
    memcpy(one->after, data, length);
    if (last) last->next = one; else first = one;
    last = one;
}

static void forget(const char *path) {
    struct unsynced **link = &first;
    last = NULL;
    while (*link) {
        struct unsynced *one = *link;
        if (strcmp(one->path, path)) { last = one; link = &one->next; continue; }
        *link = one->next;
        free(one->path); free(one->before); free(one->after); free(one);
    }
}

static int refuses(int file, const void *data, size_t length, off_t at) {
    if (!ours(file)) return 0;
    if (state->refuses) { errno = EROFS; return 1; }
    point(ours(file), WRITES);
    hold(ours(file), AT_WRITE);
    passes();
    state->writes++;
    if (fails()) return 1;
    if (strstr(ours(file), "-wal")) state->in_commit = 1;
    if (cut_at) remember(file, data, length, at);
    return 0;
}

static int sync_fails(int file) {
    if (!ours(file)) return 0;
    point(ours(file), SYNCS);
    hold(ours(file), AT_SYNC);
    passes();
    state->syncs++;
    if (fails()) return 1;
    if (stall) usleep(stall);
    return 0;
}

static void synced(int file) {
    if (!ours(file)) return;
    if (cut_at) forget(ours(file));
    if (strstr(ours(file), "-wal")) state->in_commit = 0;
}

#define OPENS(name)                                              \
    int name(const char *path, int flags, ...) {                 \
        REAL(int, name, const char *, int, ...);                 \
        va_list more; va_start(more, flags);                     \
        int mode = va_arg(more, int); va_end(more);              \
        if (flags & O_CREAT) point(path, CREATES);               \
        return seen(real_##name(path, flags, mode), path);       \
    }
OPENS(open)
OPENS(open64)

int close(int file) {
    REAL(int, close, int);
    if (ours(file)) { free(path_of[file]); path_of[file] = NULL; }
    return real_close(file);
}

#define WRITES_AT(name, offset)                                                 \
    ssize_t name(int file, const void *data, size_t length, offset at) {        \
        REAL(ssize_t, name, int, const void *, size_t, offset);                 \
        if (refuses(file, data, length, at)) return -1;                         \
        return real_##name(file, data, length, at);                             \
    }
WRITES_AT(pwrite, off_t)
WRITES_AT(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t length) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (ours(file) && refuses(file, data, length, lseek(file, 0, SEEK_CUR))) return -1;
    return real_write(file, data, length);
}

#define SYNCS(name)                                              \
    int name(int file) {                                         \
        REAL(int, name, int);                                    \
        if (sync_fails(file)) return -1;                         \
        /* what the simulated disk has is what matters, and the real one is slow */ \
        int result = cut_at && ours(file) ? 0 : real_##name(file); \
        synced(file);                                            \
        return result;                                           \
    }
SYNCS(fsync)
SYNCS(fdatasync)

#define CUTS_OFF(name, offset)                                   \
    int name(int file, offset length) {                          \
        REAL(int, name, int, offset);                            \
        point(ours(file), CUTS);                                 \
        return real_##name(file, length);                        \
    }
CUTS_OFF(ftruncate, off_t)
CUTS_OFF(ftruncate64, off64_t)

static int lacks_links(const char *path) {
    if (!is_ours(path) || !setting("DISK_NO_LINKS")) return 0;
    errno = EPERM;
    return 1;
}

#define NAMES(name, kind)                                        \
    int name(const char *old, const char *new) {                 \
        REAL(int, name, const char *, const char *);             \
        point(new, kind);                                        \
        if (kind == LINKS && lacks_links(new)) return -1;        \
        return real_##name(old, new);                            \
    }
NAMES(rename, RENAMES)
NAMES(link, LINKS)

int linkat(int from, const char *old, int to, const char *new, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    point(new, LINKS);
    if (lacks_links(new)) return -1;
    return real_linkat(from, old, to, new, flags);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    point(path, UNLINKS);
    return real_unlink(path);
}
