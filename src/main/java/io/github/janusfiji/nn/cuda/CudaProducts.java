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

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Cleaner;

/** Products of matrices by cuBLAS, in full single precision. */
final class CudaProducts {

	private static final Cleaner CLEANER = Cleaner.create();

	private static final FloatByReference ONE = new FloatByReference(1), ZERO =
		new FloatByReference(0);

	private final CudaCard card;
	private final Pointer handle;

	/** @param card that multiplies */
	CudaProducts(final CudaCard card) {
		this.card = card;
		final var made = new PointerByReference();
		final var blas = card.use().blas();
		CudaApi.check(blas.cublasCreate_v2(made), "cublasCreate");
		final Pointer created = made.getValue();
		handle = created;
		CLEANER.register(this, () -> {
			card.use();
			blas.cublasDestroy_v2(created);
		});
	}

	/**
	 * A matrix, row by row.
	 *
	 * @param memory where
	 * @param rows of what lies there
	 * @param columns of what lies there
	 */
	record Matrix(CudaBuffer memory, long rows, long columns) {

		private int step() {
			return Math.toIntExact(columns);
		}
	}

	/**
	 * c becomes a · b, or c + a · b.
	 *
	 * @param a first matrix
	 * @param transposeA whether to transpose it
	 * @param b second
	 * @param transposeB whether to transpose it
	 * @param c result
	 * @param adds whether the result is added to what is there
	 */
	void multiply(final Matrix a, final boolean transposeA, final Matrix b,
		final boolean transposeB, final Matrix c, final boolean adds)
	{
		multiply(a, transposeA, b, transposeB, c, adds, 1);
	}

	/**
	 * The same for several matrices that follow each other.
	 *
	 * @param count how many
	 */
	void multiply(final Matrix a, final boolean transposeA, final Matrix b,
		final boolean transposeB, final Matrix c, final boolean adds,
		final long count)
	{
		// Read column by column, each is its own transpose: cᵀ = bᵀ · aᵀ.
		CudaApi.check(card.use().blas().cublasSgemmStridedBatched(handle,
			transposeB ? 1 : 0, transposeA ? 1 : 0, c.step(), Math.toIntExact(c.rows),
			Math.toIntExact(transposeA ? a.rows : a.columns), ONE, b.memory.address(), b
				.step(), b.rows * b.columns, a.memory.address(), a.step(), a.rows *
					a.columns, adds ? ONE : ZERO, c.memory.address(), c.step(), c.rows *
						c.columns, Math.toIntExact(count)), "cublasSgemmStridedBatched");
	}
}
