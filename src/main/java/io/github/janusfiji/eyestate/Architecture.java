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

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The two networks of a {@link EyeStateModel} as DL4J builds them, after the
 * LRCN of Li, Chang and Lyu ("In Ictu Oculi", WIFS 2018): a convolutional
 * network for one picture and a recurrent one for what it says over time. Theirs
 * begins with VGG16; these are sized for a processor and for 24×24 px.
 */
final class Architecture {

	/** What the convolutional network says of a picture, before the last unit. */
	static final int FEATURES = 32;

	/** Index of the layer that gives the features. */
	static final int FEATURE_LAYER = 3;

	private static final int[] CHANNELS = { 24, 48, 64 };
	private static final int[] KERNELS = { 5, 3, 3 };
	private static final int[] STRIDES = { 2, 2, 1 };
	private static final int MEMORY = 24;

	/** Decoupled weight decay, times the learning rate (Loshchilov, Hutter 2019). */
	private static final double DECAY = 1e-3;

	/** Share of the features that training keeps. */
	private static final double KEPT = 0.7;

	private Architecture() {}

	/** Three convolutions, the features, the log-odds. */
	static MultiLayerConfiguration pictures(final long seed, final double rate,
		final int steps)
	{
		final var layers = common(seed, rate, steps).convolutionMode(
			ConvolutionMode.Same).weightInit(WeightInit.RELU).list();
		for (int i = 0; i < CHANNELS.length; i++) layers.layer(convolution(i));
		return layers.layer(new DenseLayer.Builder().nOut(FEATURES).activation(
			Activation.RELU).build()).layer(new OutputLayer.Builder(
				LossFunction.XENT).nOut(1).activation(Activation.SIGMOID).dropOut(KEPT)
					.build()).setInputType(InputType.convolutional(EyePicture.SIZE,
						EyePicture.SIZE, 1)).build();
	}

	/** The same as far as the features. */
	static MultiLayerConfiguration features() {
		final var layers = new NeuralNetConfiguration.Builder().convolutionMode(
			ConvolutionMode.Same).list();
		for (int i = 0; i < CHANNELS.length; i++) layers.layer(convolution(i));
		return layers.layer(new DenseLayer.Builder().nOut(FEATURES).activation(
			Activation.RELU).build()).setInputType(InputType.convolutional(
				EyePicture.SIZE, EyePicture.SIZE, 1)).build();
	}

	private static ConvolutionLayer convolution(final int i) {
		return new ConvolutionLayer.Builder(KERNELS[i], KERNELS[i]).stride(
			STRIDES[i], STRIDES[i]).nOut(CHANNELS[i]).activation(Activation.RELU)
				.build();
	}

	/** An LSTM in each direction of time, then the log-odds of each frame. */
	static MultiLayerConfiguration sequences(final long seed, final double rate,
		final int steps)
	{
		return common(seed, rate, steps).weightInit(
			WeightInit.XAVIER).list().layer(new Bidirectional(Bidirectional.Mode.CONCAT,
				new LSTM.Builder().nOut(MEMORY).activation(Activation.TANH).build())).layer(
					new RnnOutputLayer.Builder(LossFunction.XENT).nOut(1)
						.activation(Activation.SIGMOID).build()).setInputType(InputType
							.recurrent(FEATURES + 1)).build();
	}

	private static NeuralNetConfiguration.Builder common(final long seed,
		final double rate, final int steps)
	{
		return new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam(
			new PolySchedule(ScheduleType.ITERATION, rate, 1, steps + 1)))
			.weightDecay(DECAY, true);
	}

	/** @return an initialised network */
	static MultiLayerNetwork build(final MultiLayerConfiguration configuration) {
		final var network = new MultiLayerNetwork(configuration);
		network.init();
		return network;
	}
}
