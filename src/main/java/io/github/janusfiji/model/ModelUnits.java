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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerObserver;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained model opened up: what the channels of its decoders, its units,
 * compute after each doubling of the picture can be read, and changed before the
 * next layer reads it. Not thread-safe.
 */
public final class ModelUnits implements AutoCloseable {

	/** What comes out of a network's last doubling is no unit but the picture. */
	private static final String PICTURE = "output";

	/** How many doublings both people share are called. */
	private static final String SHARED = "shared";

	/**
	 * A layer of units.
	 *
	 * @param name such as {@code up1}, the same in both decoders; doublings that
	 *          both people share begin with {@code shared}
	 * @param units number of its channels
	 * @param size width and height of its pictures, px
	 */
	public record Layer(String name, int units, int size) {}

	/** Observer of what a layer's units compute, which may change it. */
	@FunctionalInterface
	public interface Observer {

		/** Looks away. */
		Observer NONE = (layer, activations) -> false;

		/**
		 * @param layer its name
		 * @param activations N×units×size×size; valid during the call
		 * @return whether they were changed and are to be read so by the next layer
		 */
		boolean seen(String layer, ImageBatch activations);
	}

	private final FaceNetwork network;
	private final List<FaceShape> shapes;
	private final String name;
	private final List<Layer> layers = new ArrayList<>();
	private final Map<String, ImageBatch> seen = new HashMap<>();

	private ModelUnits(final FaceNetwork network, final List<FaceShape> shapes,
		final String name)
	{
		this.network = network;
		this.shapes = shapes;
		this.name = name;
		final int size = size();
		paint(NetworkInput.allocate(network.blueprint(), 1), Side.A, ImageBatch
			.allocate(1, 3, size, size), (layer, activations) -> {
				layers.add(new Layer(layer, activations.channels(), activations
					.width()));
				return false;
			});
	}

	/**
	 * @param file a {@code .janus} file
	 * @return its model
	 * @throws IOException if it is missing, damaged or of an unknown kind; the
	 *           message is one sentence for the user
	 */
	public static ModelUnits open(final Path file) throws IOException {
		Engine.device();
		final var state = ModelFile.read(file, Engine.preferred(),
			false);
		final ModelDescription.Person a = state.description().a();
		final ModelDescription.Person b = state.description().b();
		return of(state.network(), a.shape() == null || state.description()
			.blueprint().sides().size() < 2 ? List.of() : List.of(a.shape(), b.shape()),
			state.description().blueprint().preset());
	}

	/**
	 * @return the pretrained base of the preset light, which has one decoder for
	 *         everybody
	 * @throws IOException if this Janus brings none; the message is one sentence for
	 *           the user
	 */
	public static ModelUnits base() throws IOException {
		Engine.device();
		return of(FaceBase.everybody(Engine.preferred()), List.of(),
			"base of light");
	}

	/**
	 * @param network any
	 * @param shapes proportions of A and B, of an expression network of two people
	 * @param name for the user
	 * @return the network opened up
	 */
	static ModelUnits of(final FaceNetwork network, final List<FaceShape> shapes,
		final String name)
	{
		return new ModelUnits(network, shapes, name);
	}

	/** @return the preset, or what else it is */
	public String name() {
		return name;
	}

	/** @return width and height of the faces painted, px */
	public int size() {
		return network.blueprint().size();
	}

	/** @return whose decoders it has: of a base only one, which is called A's */
	public List<Side> decoders() {
		final List<Side> sides = network.blueprint().sides();
		return sides.size() > 2 ? Side.PAIR : sides;
	}

	/** @return the layers in the order of computation, the same in all decoders */
	public List<Layer> layers() {
		return List.copyOf(layers);
	}

	/** @return the network's shape */
	Blueprint blueprint() {
		return network.blueprint();
	}

	/**
	 * @param side whose
	 * @return the person's proportions, of an expression network of two people;
	 *         null else
	 */
	FaceShape shape(final Side side) {
		return shapes.isEmpty() ? null : shapes.get(side.ordinal());
	}

	/**
	 * Paints faces as the network does, before they are fitted to the outline of
	 * the faces they replace.
	 *
	 * @param faces what to paint
	 * @param as whose decoder
	 * @param observer sees each layer
	 * @return N×3×H×W, 0 to 1; valid until the next call
	 */
	public ImageBatch paint(final UnitBatch faces, final Side as,
		final Observer observer)
	{
		paint(faces.input(), as, faces.painted(), observer);
		return faces.painted();
	}

	private void paint(final NetworkInput input, final Side as,
		final ImageBatch result, final Observer observer)
	{
		network.decode(input, as, result, observer == Observer.NONE
			? LayerObserver.NONE : (layer, value) -> {
				if (layer.endsWith("." + PICTURE)) return value;
				final var activations = seen.computeIfAbsent(layer + " " + value.size(0),
					key -> ImageBatch.allocate((int) value.size(0), (int) value.size(1),
						(int) value.size(2), (int) value.size(3)));
				network.engine().memory().read(value, activations);
				return observer.seen(label(layer), activations) ? network.engine()
					.memory().of(activations) : value;
			});
	}

	/** The same name for either person's layer. */
	private static String label(final String layer) {
		final int dot = layer.indexOf('.');
		final String part = layer.substring(0, dot), name = layer.substring(dot + 1);
		return part.equals("encoder") ? name.replaceFirst("^up", SHARED) : name;
	}

	@Override
	public void close() {
		network.engine().close();
	}
}
