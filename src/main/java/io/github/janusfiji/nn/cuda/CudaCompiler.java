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
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The kernels' source, compiled for the card of this machine by NVRTC. */
final class CudaCompiler {

	/** The resource with all kernels. */
	static final String SOURCE = "kernels.cu";

	private final CudaApi.Compiler nvrtc;

	/** @param nvrtc the compiler */
	CudaCompiler(final CudaApi.Compiler nvrtc) {
		this.nvrtc = nvrtc;
	}

	/** @return the source of all kernels */
	static String source() {
		try (var in = CudaCompiler.class.getResourceAsStream(SOURCE)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @param capability 10 × major + minor
	 * @return machine code for the card; for a card newer than the compiler, the
	 *         driver's intermediate language
	 */
	Memory compile(final int capability) {
		final var made = new PointerByReference();
		CudaApi.check(nvrtc.nvrtcCreateProgram(made, source(), SOURCE, 0, null,
			null), "nvrtcCreateProgram");
		try {
			final Pointer program = made.getValue();
			final var bytes = new LongByReference();
			if (compile(program, "sm_" + capability) == 0) {
				CudaApi.check(nvrtc.nvrtcGetCUBINSize(program, bytes),
					"nvrtcGetCUBINSize");
				final var code = new Memory(bytes.getValue());
				CudaApi.check(nvrtc.nvrtcGetCUBIN(program, code), "nvrtcGetCUBIN");
				return code;
			}
			if (compile(program, "compute_75") != 0) throw new IllegalStateException(
				"NVRTC cannot compile Janus's kernels: install another release of the " +
					"CUDA Toolkit (" + log(program) + ").");
			CudaApi.check(nvrtc.nvrtcGetPTXSize(program, bytes), "nvrtcGetPTXSize");
			final var code = new Memory(bytes.getValue());
			CudaApi.check(nvrtc.nvrtcGetPTX(program, code), "nvrtcGetPTX");
			return code;
		}
		finally {
			nvrtc.nvrtcDestroyProgram(made);
		}
	}

	private int compile(final Pointer program, final String target) {
		final String[] options = { "--gpu-architecture=" + target };
		return nvrtc.nvrtcCompileProgram(program, options.length, options);
	}

	private String log(final Pointer program) {
		final var bytes = new LongByReference();
		if (nvrtc.nvrtcGetProgramLogSize(program, bytes) != 0 || bytes
			.getValue() < 1) return "no message";
		final var log = new Memory(bytes.getValue());
		nvrtc.nvrtcGetProgramLog(program, log);
		return log.getString(0).lines().findFirst().orElse("no message");
	}
}
