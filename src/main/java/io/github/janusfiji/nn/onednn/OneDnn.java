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
package io.github.janusfiji.nn.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** The library oneDNN on this machine. */
public final class OneDnn {

	private OneDnn() {}

	/** @return release of oneDNN, as 3.8.1; empty if no build of it was loaded */
	public static String release() {
		return Dnnl.isAvailable() ? Dnnl.version() : "";
	}

	/** @return what oneDNN computes with: {@code AVX-512, 2 threads} */
	public static String processor() {
		if (!Dnnl.isAvailable()) return "no oneDNN";
		final int isa = dnnl.dnnl_get_effective_cpu_isa();
		final String set = isa == dnnl.dnnl_cpu_isa_sse41 ? "SSE4.1"
			: isa == dnnl.dnnl_cpu_isa_avx ? "AVX" :
				isa < dnnl.dnnl_cpu_isa_avx512_core
				? "AVX2" : "AVX-512";
		return (isa == dnnl.dnnl_cpu_isa_default ? "this processor's instructions"
			: set) + ", " + Dnnl.threads() + (Dnnl.threads() == 1 ? " thread"
				: " threads");
	}
}
