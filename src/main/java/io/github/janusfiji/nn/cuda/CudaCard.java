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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The first NVIDIA card of this machine, with the engine's kernels on it. Only
 * one is used.
 */
final class CudaCard {

	/** Compute capability of Turing, the least of CUDA 13. */
	private static final int TURING = 75;

	private static final int MAJOR = 75, MINOR = 76; // CU_DEVICE_ATTRIBUTE_…

	private final CudaLibraries libraries;
	private final Pointer context;
	private final Pointer module;
	private final int device;
	private final Map<String, Pointer> functions = new ConcurrentHashMap<>();
	private final ThreadLocal<Boolean> current = ThreadLocal.withInitial(
		() -> false);

	/**
	 * @param libraries of NVIDIA
	 * @throws IllegalStateException in one sentence, if there is no card or it
	 *           cannot be used
	 */
	CudaCard(final CudaLibraries libraries) {
		this.libraries = libraries;
		final var driver = libraries.driver();
		final var number = new IntByReference();
		if (driver.cuInit(0) != 0 || driver.cuDeviceGetCount(number) != 0 || number
			.getValue() == 0) throw new IllegalStateException(
				"The NVIDIA driver finds no card: if this machine has one, update the " +
					"driver and start the machine again.");
		CudaApi.check(driver.cuDeviceGet(number, 0), "cuDeviceGet");
		device = number.getValue();
		if (capability() < TURING) throw new IllegalStateException("The card " +
			name() + " is too old (compute capability " + words(capability()) +
			"): Janus computes on Turing (7.5) and later, and on older ones with the " +
			"build for CUDA 11.6.");
		final var found = new PointerByReference();
		CudaApi.check(driver.cuDevicePrimaryCtxRetain(found, device),
			"cuDevicePrimaryCtxRetain");
		context = found.getValue();
		use();
		CudaApi.check(driver.cuModuleLoadData(found, new CudaCompiler(libraries.compiler())
			.compile(capability())), "cuModuleLoadData");
		module = found.getValue();
	}

	/** @return the libraries, with this card made current in this thread */
	CudaLibraries use() {
		if (!current.get()) {
			CudaApi.check(libraries.driver().cuCtxSetCurrent(context), "cuCtxSetCurrent");
			current.set(true);
		}
		return libraries;
	}

	/** @return 10 × major + minor compute capability, such as 90 */
	int capability() {
		return 10 * attribute(MAJOR) + attribute(MINOR);
	}

	private int attribute(final int which) {
		final var value = new IntByReference();
		CudaApi.check(libraries.driver().cuDeviceGetAttribute(value, which, device),
			"cuDeviceGetAttribute");
		return value.getValue();
	}

	private static String words(final int capability) {
		return capability / 10 + "." + capability % 10;
	}

	/** @return the card's name, such as {@code NVIDIA H200} */
	String name() {
		final byte[] name = new byte[256];
		CudaApi.check(libraries.driver().cuDeviceGetName(name, name.length, device),
			"cuDeviceGetName");
		return Native.toString(name);
	}

	/** @return card, memory, and the releases of driver and compiler */
	String words() {
		final var first = new IntByReference();
		final var second = new IntByReference();
		final var bytes = new LongByReference();
		CudaApi.check(libraries.driver().cuDeviceTotalMem_v2(bytes, device),
			"cuDeviceTotalMem");
		CudaApi.check(libraries.driver().cuDriverGetVersion(first), "cuDriverGetVersion");
		final int driver = first.getValue();
		libraries.compiler().nvrtcVersion(first, second);
		return name() + ", compute capability " + words(capability()) + ", " +
			(bytes.getValue() >> 20) + " MB; driver for CUDA " + driver / 1000 + "." +
			driver % 1000 / 10 + ", NVRTC " + first.getValue() + "." + second
				.getValue();
	}

	/**
	 * @param kernel its name in {@code kernels.cu}
	 * @return the compiled function
	 */
	Pointer function(final String kernel) {
		return functions.computeIfAbsent(kernel, name -> {
			final var found = new PointerByReference();
			CudaApi.check(use().driver().cuModuleGetFunction(found, module, name), name);
			return found.getValue();
		});
	}

	/**
	 * @param bytes of memory on the card
	 * @return its address
	 */
	long allocate(final long bytes) {
		final var address = new LongByReference();
		if (use().driver().cuMemAlloc_v2(address, bytes) != 0)
			throw new IllegalStateException("The graphics card has not enough memory " +
				"(" + (bytes >> 20) + " MB more are needed): choose a smaller minibatch " +
				"or preset, close other programs that use the card, or choose the " +
				"device cpu.");
		return address.getValue();
	}

	/** @param address from {@link #allocate} */
	void free(final long address) {
		use().driver().cuMemFree_v2(address);
	}

	/**
	 * @param from floats of the processor
	 * @param to address on the card
	 * @param floats how many
	 */
	void upload(final Pointer from, final long to, final long floats) {
		CudaApi.check(use().driver().cuMemcpyHtoD_v2(to, from, Float.BYTES * floats),
			"cuMemcpyHtoD");
	}

	/**
	 * @param from address on the card
	 * @param to room of the processor
	 * @param bytes how many
	 */
	void download(final long from, final Memory to, final long bytes) {
		CudaApi.check(use().driver().cuMemcpyDtoH_v2(to, from, bytes), "cuMemcpyDtoH");
	}
}
