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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * The perceptual objective against DL4J itself: a graph of VGG16's layers with
 * fewer channels, as DL4J's model zoo builds and saves it.
 */
class VggOfDl4jTest {

	private static final int SIZE = 64;

	/** Channels of VGG16's convolutions, fewer; 0 is a pooling. */
	private static final int[] LAYERS = { 4, 6, 0, 8, 8, 0, 10, 10, 12, 0, 12, 12,
		14, 0, 14, 14, 16, 0 };

	/** Weights of the blocks, as docs/training.md states them. */
	private static final double[] WEIGHTS = { 0.1, 0.1, 0.3, 0.1, 0.01 };

	/** Mean face of VGGFace: blue, green, red. */
	private static final double[] MEAN = { 93.5940, 104.7624, 129.1863 };

	@TempDir
	Path folder;

	/** Names of the layers before each pooling. */
	private final List<String> features = new ArrayList<>();

	@Test
	void featuresEqualThoseOfDl4j() throws IOException {
		final ComputationGraph graph = graph();
		final Path file = folder.resolve("vgg.zip");
		ModelSerializer.writeModel(graph, file.toFile(), false);
		final var random = new SplittableRandom(5);
		final ImageBatch real = faces(random), painted = faces(random);
		final double expected = expected(graph, painted, real);
		assertTrue(expected > 0.1);
		assertEquals(expected, loss(Engine.preferred(), file, painted,
			real), 1e-4 * expected);
		assertEquals(expected, loss(Engine.reference(), file, painted,
			real), 1e-4 * expected);
	}

	private ComputationGraph graph() {
		final var builder = new NeuralNetConfiguration.Builder().seed(3).activation(
			Activation.RELU).graphBuilder().addInputs("in");
		String last = "in";
		int number = 0;
		for (final int channels : LAYERS) {
			final String name = Integer.toString(number++);
			if (channels == 0) {
				features.add(last);
				builder.addLayer(name, new SubsamplingLayer.Builder().poolingType(
					SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2)
					.build(), last);
			}
			else builder.addLayer(name, new ConvolutionLayer.Builder().kernelSize(3,
				3).stride(1, 1).padding(1, 1).nOut(channels).biasInit(0.01).build(),
				last);
			last = name;
		}
		builder.addLayer("dense", new DenseLayer.Builder().nOut(7).build(), last);
		builder.addLayer("out", new OutputLayer.Builder(
			LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(5).activation(
				Activation.SOFTMAX).build(), "dense").setOutputs("out");
		builder.setInputTypes(InputType.convolutional(SIZE, SIZE, 3));
		final var graph = new ComputationGraph(builder.build());
		graph.init();
		return graph;
	}

	private static ImageBatch faces(final SplittableRandom random) {
		final var faces = ImageBatch.allocate(2, 3, SIZE, SIZE);
		for (int i = 0; i < faces.count(); i++)
			for (int j = 0; j < faces.slot(i).capacity(); j++)
				faces.slot(i).put(j, (float) random.nextDouble());
		return faces;
	}

	private double expected(final ComputationGraph graph,
		final ImageBatch painted, final ImageBatch real)
	{
		// A graph may use the memory of its answers again.
		final Map<String, INDArray> is = new HashMap<>();
		graph.feedForward(input(painted), false).forEach((name, value) -> is.put(
			name, value.dup()));
		final var should = graph.feedForward(input(real), false);
		double loss = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			final INDArray target = should.get(features.get(i));
			final double error = is.get(features.get(i)).sub(target).norm2Number()
				.doubleValue() / target.norm2Number().doubleValue();
			loss += WEIGHTS[i] * error * error;
		}
		return loss;
	}

	/** Blue, green, red, 0 to 255, less the mean face. */
	private static INDArray input(final ImageBatch faces) {
		final INDArray input = Nd4j.create(faces.count(), 3, SIZE, SIZE);
		for (int i = 0; i < faces.count(); i++) {
			final FloatBuffer face = faces.slot(i);
			for (int c = 0; c < 3; c++)
				for (int k = 0; k < SIZE * SIZE; k++)
					input.putScalar(new int[] { i, c, k / SIZE, k % SIZE }, 255 * face
						.get((2 - c) * SIZE * SIZE + k) - MEAN[c]);
		}
		return input;
	}

	private static double loss(final Engine machine, final Path file,
		final ImageBatch painted, final ImageBatch real) throws IOException
	{
		try (machine; var scope = machine.memory().scope("perceptual")) {
			final var tape = new Tape(machine, true);
			return PerceptualFile.read(file, machine).add(tape, machine, tape
				.constant(machine.memory().of(painted)), machine.memory().of(real));
		}
	}
}
