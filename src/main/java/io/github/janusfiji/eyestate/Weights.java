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
package io.github.janusfiji.eyestate;

import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights of DL4J's networks as plain arrays, each under its layer's name. */
final class Weights {

	private Weights() {}

	/**
	 * @param network any
	 * @param prefix put before DL4J's names, {@code 0_W} and so on
	 * @return copies of all its weights, the last index fastest
	 */
	static Map<String, Loaded> of(final MultiLayerNetwork network,
		final String prefix)
	{
		final var weights = new LinkedHashMap<String, Loaded>();
		new TreeMap<>(network.paramTable()).forEach((name, values) -> weights.put(
			prefix + name, new Loaded(values.shape(), values.dup('c').data()
				.asFloat())));
		return weights;
	}

	/**
	 * @param network whose weights are overwritten
	 * @param prefix as given to {@link #of}
	 * @param weights at least all of the network's
	 * @throws IOException if one is missing or has another shape
	 */
	static void set(final MultiLayerNetwork network, final String prefix,
		final Map<String, Loaded> weights) throws IOException
	{
		for (final Map.Entry<String, INDArray> parameter : network.paramTable()
			.entrySet())
		{
			final Loaded values = weights.get(prefix + parameter.getKey());
			if (values == null || !Arrays.equals(values.shape(), parameter.getValue()
				.shape())) throw new IOException("it lacks the weights " + prefix +
					parameter.getKey());
			parameter.getValue().assign(Nd4j.create(values.values(), values.shape(),
				'c'));
		}
	}
}
