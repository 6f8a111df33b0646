/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.nn.cuda;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of NVIDIA's libraries that the engine calls, under their own
 * names, as JNA maps them on 64-bit systems. Each returns 0 if it succeeded.
 */
final class CudaApi {

	private CudaApi() {}

	/**
	 * @param error what a function returned
	 * @param function its name
	 * @throws IllegalStateException in one sentence, if it is an error
	 */
	static void check(final int error, final String function) {
		if (error != 0) throw new IllegalStateException("The graphics card failed (" +
			function + ", error " + error + "): restart Janus, update NVIDIA's driver, " +
			"or choose the device cpu.");
	}

	/** CUDA's driver interface. */
	interface Driver extends Library {

		int cuInit(int flags);

		int cuDriverGetVersion(IntByReference version);

		int cuDeviceGetCount(IntByReference count);

		int cuDeviceGet(IntByReference device, int ordinal);

		int cuDeviceGetName(byte[] name, int length, int device);

		int cuDeviceTotalMem_v2(LongByReference bytes, int device);

		int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

		int cuDevicePrimaryCtxRetain(PointerByReference context, int device);

		int cuCtxSetCurrent(Pointer context);

		int cuMemAlloc_v2(LongByReference address, long bytes);

		int cuMemFree_v2(long address);

		int cuMemcpyHtoD_v2(long to, Pointer from, long bytes);

		int cuMemcpyDtoH_v2(Pointer to, long from, long bytes);

		int cuMemcpyDtoD_v2(long to, long from, long bytes);

		int cuMemsetD32_v2(long address, int value, long count);

		int cuModuleLoadData(PointerByReference module, Pointer image);

		int cuModuleGetFunction(PointerByReference function, Pointer module,
			String name);

		int cuLaunchKernel(Pointer function, int gridX, int gridY, int gridZ,
			int blockX, int blockY, int blockZ, int shared, Pointer stream,
			Pointer parameters, Pointer extra);
	}

	/** The compiler of kernels. */
	interface Compiler extends Library {

		int nvrtcVersion(IntByReference major, IntByReference minor);

		int nvrtcCreateProgram(PointerByReference program, String source,
			String name, int headers, Pointer contents, Pointer names);

		int nvrtcCompileProgram(Pointer program, int count, String[] options);

		int nvrtcGetCUBINSize(Pointer program, LongByReference bytes);

		int nvrtcGetCUBIN(Pointer program, Pointer code);

		int nvrtcGetPTXSize(Pointer program, LongByReference bytes);

		int nvrtcGetPTX(Pointer program, Pointer code);

		int nvrtcGetProgramLogSize(Pointer program, LongByReference bytes);

		int nvrtcGetProgramLog(Pointer program, Pointer log);

		int nvrtcDestroyProgram(PointerByReference program);
	}

	/** Products of matrices, which lie column by column. */
	interface Blas extends Library {

		int cublasCreate_v2(PointerByReference handle);

		int cublasDestroy_v2(Pointer handle);

		int cublasSgemmStridedBatched(Pointer handle, int transposeA,
			int transposeB, int m, int n, int k, FloatByReference alpha, long a,
			int stepA, long strideA, long b, int stepB, long strideB,
			FloatByReference beta, long c, int stepC, long strideC, int count);
	}
}
