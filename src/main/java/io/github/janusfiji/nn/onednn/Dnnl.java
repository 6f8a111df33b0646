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

import io.github.janusfiji.natives.Presets;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;

/** The library oneDNN 3, called without ND4J between. */
final class Dnnl {

	/** Whether its build for this system is there and can be loaded. */
	private static final boolean AVAILABLE = load();

	private Dnnl() {}

	private static boolean load() {
		try {
			// Its release goes with a later JavaCPP than Fiji's, which would warn of
			// it in every session; that the two work together is tested.
			Presets.initialise("org.bytedeco.opencl.presets.OpenCL",
				"org.bytedeco.dnnl.presets.dnnl");
			Loader.load(dnnl.class);
			return true;
		}
		catch (final LinkageError e) {
			// No build for this system: ND4J's operations do the same, slower.
			return false;
		}
	}

	/** @return whether a build for this system was found and loaded */
	static boolean isAvailable() {
		return AVAILABLE;
	}

	/** @return the release that was loaded: {@code 3.8.1} */
	static String version() {
		final var version = dnnl.dnnl_version();
		return version.major() + "." + version.minor() + "." + version.patch();
	}

	/**
	 * @return threads that its OpenMP works with: what OMP_NUM_THREADS says before
	 *         the first comma, else the processors of the machine
	 */
	static int threads() {
		final String wish = System.getenv("OMP_NUM_THREADS");
		return wish != null && wish.matches("\\s*[1-9]\\d{0,3}\\s*(,.*)?") ? Integer
			.parseInt(wish.split(",")[0].trim()) : Runtime.getRuntime()
				.availableProcessors();
	}

	/** The processor, and the order in which it works; made when first used. */
	static final class Processor {

		static final engine ENGINE = new engine(engine.kind.cpu.value, 0);
		private static final stream STREAM = new stream(ENGINE);

		private Processor() {}
	}

	/**
	 * One argument of a primitive.
	 *
	 * @param id its role, such as DNNL_ARG_SRC
	 * @param layout of its memory
	 */
	record Argument(int id, DnnlLayout layout) {}

	/** A computation compiled for one set of shapes and layouts. */
	static final class Primitive {

		private final primitive compiled;
		private final memory[] memories;
		private final IntMemoryMap arguments = new IntMemoryMap();

		Primitive(final primitive compiled, final Argument... arguments) {
			this.compiled = compiled;
			memories = new memory[arguments.length];
			for (int i = 0; i < memories.length; i++) {
				memories[i] = new memory(arguments[i].layout.descriptor(),
					Processor.ENGINE, null);
				this.arguments.put(arguments[i].id, memories[i]);
			}
		}

		/**
		 * Computes, and returns when it is done.
		 *
		 * @param floats of each argument, in their order
		 * @throws IllegalStateException if oneDNN fails
		 */
		void run(final DnnlFloats... floats) {
			try {
				for (int i = 0; i < memories.length; i++)
					memories[i].set_data_handle(floats[i].pointer());
				compiled.execute(Processor.STREAM, arguments);
				Processor.STREAM._wait();
			}
			catch (final RuntimeException e) {
				throw failed(e);
			}
		}
	}

	/**
	 * A matrix whose rows follow each other.
	 *
	 * @param floats of all rows
	 * @param rows how many
	 * @param columns of each
	 */
	record Matrix(DnnlFloats floats, long rows, long columns) {}

	/**
	 * Matrix product: to = a · b + keep · to, each of a and b transposed or not.
	 *
	 * @param a M×K, or K×M to be transposed
	 * @param transposeA whether to transpose a
	 * @param b K×L, or L×K to be transposed
	 * @param transposeB whether to transpose b
	 * @param keep factor of what is in the result before, 0 to overwrite
	 * @param to M×L
	 */
	static void multiply(final Matrix a, final boolean transposeA,
		final Matrix b, final boolean transposeB, final float keep,
		final Matrix to)
	{
		final int status = dnnl.dnnl_sgemm((byte) (transposeA ? 'T' : 'N'),
			(byte) (transposeB ? 'T' : 'N'), to.rows, to.columns, transposeA ? a.rows
				: a.columns, 1, a.floats.pointer(), a.columns,
			b.floats.pointer(), b.columns, keep, to.floats
				.pointer(), to.columns);
		if (status != dnnl.dnnl_success) throw failed(new IllegalStateException(
			"status " + status));
	}

	/**
	 * @param e thrown by oneDNN
	 * @return the same as a sentence
	 */
	static IllegalStateException failed(final RuntimeException e) {
		return new IllegalStateException(
			"oneDNN, which computes the face models, " +
			"failed (" + e.getMessage() + "): there may not be enough memory.", e);
	}
}
