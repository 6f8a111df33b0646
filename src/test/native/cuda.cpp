// A driver, a compiler of kernels and products of matrices for a card that is not there: the
// functions of NVIDIA's libraries that the engine calls, on the processor. The kernels are the very
// source that NVRTC compiles on the user's machine, here as C++. The name of a kernel and the types
// of its parameters are known from entries.inc, which lists them.

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace {
struct Place { unsigned x, y, z; };
thread_local Place blockIdx, blockDim, threadIdx;
}

#define __global__
#include "kernels.cu"

namespace {
template <class... A, size_t... I>
void call(void (*kernel)(A...), void **values, std::integer_sequence<size_t, I...>) {
	kernel(*static_cast<A *>(values[I])...);
}

template <auto kernel> struct Entry;
template <class... A, void (*kernel)(A...)> struct Entry<kernel> {
	static void run(void **values) { call(kernel, values, std::index_sequence_for<A...>{}); }
};

struct Known { const char *name; void (*run)(void **); };
const Known KNOWN[] = {
#define ENTRY(name) { #name, Entry<name>::run },
#include "entries.inc"
};

const char CODE[] = "code of kernels";
const size_t ROOM = 8ull << 30; // bytes of the card
const int OUT_OF_MEMORY = 2, INVALID = 1, NOT_FOUND = 500;
}

extern "C" {

// ---- the driver ----

int cuInit(unsigned flags) { return flags == 0 ? 0 : INVALID; }
int cuDriverGetVersion(int *version) { *version = 12040; return 0; }
int cuDeviceGetCount(int *count) { *count = std::getenv("FAKE_NO_CARD") ? 0 : 1; return 0; }
int cuDeviceGet(int *device, int ordinal) { *device = 7; return ordinal == 0 ? 0 : INVALID; }
int cuDeviceGetName(char *name, int length, int) { strncpy(name, "Fake card", length); return 0; }
int cuDeviceTotalMem_v2(size_t *bytes, int) { *bytes = ROOM; return 0; }
int cuDeviceGetAttribute(int *value, int attribute, int device) {
	const bool old = std::getenv("FAKE_OLD_CARD");
	*value = attribute == 75 ? old ? 6 : 9 : attribute == 76 ? old ? 1 : 0 : -1;
	return device == 7 && *value >= 0 ? 0 : INVALID;
}
int cuDevicePrimaryCtxRetain(void **context, int) { *context = (void *) "context"; return 0; }
int cuCtxSetCurrent(void *context) { return context ? 0 : INVALID; }
int cuMemAlloc_v2(unsigned long long *address, size_t bytes) {
	if (bytes == 0 || bytes > ROOM) return OUT_OF_MEMORY;
	void *memory = std::aligned_alloc(256, (bytes + 255) / 256 * 256);
	if (!memory) return OUT_OF_MEMORY;
	if (bytes < 1 << 22) memset(memory, 0xff, bytes); // any numbers: not a number
	*address = (unsigned long long) memory;
	return 0;
}
int cuMemFree_v2(unsigned long long address) { std::free((void *) address); return 0; }
int cuMemcpyHtoD_v2(unsigned long long to, const void *from, size_t bytes) { memcpy((void *) to, from, bytes); return 0; }
int cuMemcpyDtoH_v2(void *to, unsigned long long from, size_t bytes) { memcpy(to, (void *) from, bytes); return 0; }
int cuMemcpyDtoD_v2(unsigned long long to, unsigned long long from, size_t bytes) {
	memmove((void *) to, (void *) from, bytes);
	return 0;
}
int cuMemsetD32_v2(unsigned long long address, unsigned value, size_t count) {
	for (size_t i = 0; i < count; i++) ((unsigned *) address)[i] = value;
	return 0;
}
int cuModuleLoadData(void **module, const void *image) {
	*module = (void *) CODE;
	return strcmp((const char *) image, CODE) == 0 ? 0 : INVALID;
}
int cuModuleGetFunction(void **function, void *module, const char *name) {
	if (module != CODE) return INVALID;
	for (const Known &known : KNOWN)
		if (strcmp(known.name, name) == 0) {
			*function = (void *) &known;
			return 0;
		}
	return NOT_FOUND;
}
int cuLaunchKernel(void *function, unsigned x, unsigned y, unsigned z, unsigned bx, unsigned by, unsigned bz, unsigned,
	void *, void **values, void **) {
	if (y * z * by * bz != 1 || x == 0 || bx == 0 || bx > 1024) return INVALID;
	blockDim = { bx, 1, 1 };
	for (unsigned block = 0; block < x; block++)
		for (unsigned thread = 0; thread < bx; thread++) {
			blockIdx = { block, 0, 0 };
			threadIdx = { thread, 0, 0 };
			((const Known *) function)->run(values);
		}
	return 0;
}

// ---- the compiler ----

int nvrtcVersion(int *major, int *minor) { *major = 12; *minor = 4; return 0; }
int nvrtcCreateProgram(void **program, const char *source, const char *, int, const char *const *, const char *const *) {
	*program = (void *) CODE;
	return strstr(source, "extern \"C\" __global__") ? 0 : INVALID;
}
int nvrtcCompileProgram(void *, int count, const char *const *options) {
	// A compiler that does not know the newest card knows the intermediate language.
	const char *refused = std::getenv("FAKE_OLD_COMPILER") ? "--gpu-architecture=sm_90" : "nothing";
	for (int i = 0; i < count; i++) if (strcmp(options[i], refused) == 0) return 5;
	return 0;
}
int nvrtcGetCUBINSize(void *, size_t *bytes) { *bytes = sizeof CODE; return 0; }
int nvrtcGetCUBIN(void *, char *code) { memcpy(code, CODE, sizeof CODE); return 0; }
int nvrtcGetPTXSize(void *, size_t *bytes) { *bytes = sizeof CODE; return 0; }
int nvrtcGetPTX(void *, char *code) { memcpy(code, CODE, sizeof CODE); return 0; }
int nvrtcGetProgramLogSize(void *, size_t *bytes) { *bytes = 1; return 0; }
int nvrtcGetProgramLog(void *, char *log) { *log = 0; return 0; }
int nvrtcDestroyProgram(void **program) { *program = nullptr; return 0; }

// ---- products of matrices, column by column ----

int cublasCreate_v2(void **handle) { *handle = (void *) "handle"; return 0; }
int cublasDestroy_v2(void *) { return 0; }
int cublasSgemmStridedBatched(void *, int ta, int tb, int m, int n, int k, const float *alpha, const float *a, int lda,
	long long strideA, const float *b, int ldb, long long strideB, const float *beta, float *c, int ldc,
	long long strideC, int count) {
	// With FAKE_WRONG_PRODUCTS the last number of each sum is lost.
	const int last = std::getenv("FAKE_WRONG_PRODUCTS") ? k - 1 : k;
	if (lda < (ta ? k : m) || ldb < (tb ? n : k) || ldc < m || m < 1 || n < 1 || k < 1) return 7;
	double *sums = (double *) std::malloc(sizeof(double) * m);
	for (int q = 0; q < count; q++, a += strideA, b += strideB, c += strideC)
		for (int j = 0; j < n; j++) {
			for (int i = 0; i < m; i++) sums[i] = 0;
			if (ta) for (int i = 0; i < m; i++) {
				const float *column = a + (long long) i * lda;
				float part[8] = {};
				int l = 0;
				if (!tb) for (; l + 8 <= last; l += 8)
					for (int e = 0; e < 8; e++) part[e] += column[l + e] * b[l + e + (long long) j * ldb];
				for (float each : part) sums[i] += each;
				for (; l < last; l++) sums[i] += column[l] * (tb ? b[j + (long long) l * ldb] : b[l + (long long) j * ldb]);
			}
			else for (int l = 0; l < last; l++) {
				const float factor = tb ? b[j + (long long) l * ldb] : b[l + (long long) j * ldb];
				const float *column = a + (long long) l * lda;
				for (int i = 0; i < m; i++) sums[i] += column[i] * factor;
			}
			for (int i = 0; i < m; i++) {
				float *to = c + i + (long long) j * ldc;
				*to = (float) (*alpha * sums[i] + (*beta == 0 ? 0 : *beta * *to));
			}
		}
	std::free(sums);
	return 0;
}
}
