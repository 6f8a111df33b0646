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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.nd4j.Nd4jEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The tests of all operations on oneDNN, to be run again in processes with other
 * instruction sets and threads.
 */
public final class EngineTrials {

	/** Channels are 1 to 70, as many as that many blocks of 16. */
	private static final int BLOCK = 16;

	/** A test, which throws if it fails. */
	public interface Trial {

		/** @throws Exception if the test fails */
		void run() throws Exception;
	}

	private EngineTrials() {}

	/** @return an engine of ND4J's own in single precision, for references */
	public static Engine reference() {
		return Nd4jEngine.onProcessor();
	}

	/**
	 * @param seed of the random shapes
	 * @return tests by the operations they try
	 */
	public static Map<String, Trial> operations(final long seed) {
		final var test = new DnnlEngineTest();
		final Map<String, Trial> trials = new LinkedHashMap<>();
		trials.put("read, write", test::aParameterIsReadAsItWasWrittenInEveryLayout);
		trials.put("convolutions", () -> {
			test.convolutionAndItsGradients(2, 24, 17, 16, 40, 3, 2);
			test.convolutionAndItsGradients(4, 13, 33, 31, 11, 5, 2);
			test.convolutionAndItsGradients(1, 8, 8, 8, 8, 4, 2);
			test.convolutionAndItsGradients(2, 700, 5, 5, 16, 3, 1);
		});
		trials.put("random shapes", () -> randomShapes(new SplittableRandom(seed)));
		trials.put("shuffles", () -> {
			test.shufflesOfBlockedAndPlainPictures(2, 32, 5, 3);
			test.shufflesOfBlockedAndPlainPictures(1, 12, 4, 4);
		});
		trials.put("dense", test::denseAndItsGradients);
		trials.put("sums, parts", () -> {
			test.halvesSumsAndCopiesOfBlockedPictures();
			test.gainsProductsAndNormsOfBlockedPictures();
		});
		trials.put("matrices", () -> {
			test.productsOfMatrices(3, 5, 7, 11, false, false);
			test.productsOfMatrices(2, 64, 8, 70, true, false);
			test.productsOfMatrices(2, 33, 4, 9, false, true);
		});
		trials.put("softmax", test::softmaxAndItsGradient);
		final var training = new DnnlTrainingTest();
		trials.put("unwanted gradients", test::aGradientThatNobodyWantsIsNotThere);
		trials.put("kernels that do not fit", test::kernelsThatDoNotFitAreRefused);
		trials.put("a whole step", training::aWholeStepAgreesWithDoublePrecision);
		trials.put("same bits", training::trainingTwiceGivesTheSameBits);
		return trials;
	}

	/** Every rest of 8 and 16 among the channels of both sides. */
	private static void randomShapes(final SplittableRandom random) {
		final int shift = random.nextInt(BLOCK);
		for (int rest = 0; rest < BLOCK; rest++) {
			final int in = channels(random, rest);
			final int out = channels(random, (5 * rest + shift) % BLOCK);
			EngineComparison.convolution(random, random.nextInt(1, 4), in, random
				.nextInt(3, 12), random.nextInt(3, 12), out, random.nextInt(1, 6), random
					.nextInt(1, 3));
		}
	}

	/** 1 to 70, of this rest of 16. */
	private static int channels(final SplittableRandom random, final int rest) {
		final int channels = random.nextInt(5) * BLOCK + rest;
		return channels == 0 || channels > 70 ? rest + BLOCK : channels;
	}
}
