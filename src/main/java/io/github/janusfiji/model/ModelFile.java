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
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Reads and writes {@code .janus} files; docs/format-model.md describes them. */
final class ModelFile {

	static final String DESCRIPTION = "model.json";
	static final String WEIGHTS = "weights.safetensors";
	static final String OPTIMISER = "optimizer.safetensors";
	static final String HISTORY = "history.csv";
	static final String PREVIEW = "preview.png";

	private ModelFile() {}

	/** Writes one entry. */
	private interface Content {

		void write(OutputStream out) throws IOException;
	}

	/**
	 * A model with all that its file holds.
	 *
	 * @param description but for the hashes of the entries
	 * @param network weights and moments
	 * @param history losses
	 * @param preview a PNG
	 * @param galleries entries of {@link GallerySheet}, of both people or none
	 */
	record State(ModelDescription description, FaceNetwork network,
		LossHistory history, byte[] preview, Map<String, byte[]> galleries)
	{
		/** The same with pictures of the two people. */
		State with(final Map<String, byte[]> shown) {
			return new State(description, network, history, preview, shown);
		}

		/** Without pictures of the two people. */
		State(final ModelDescription description, final FaceNetwork network,
			final LossHistory history, final byte[] preview)
		{
			this(description, network, history, preview, Map.of());
		}
	}

	/**
	 * @param file overwritten, and forced to the disk
	 * @param state what to write
	 * @throws IOException if it cannot be written
	 */
	static void write(final Path file, final State state) throws IOException {
		final var engine = state.network.engine();
		final var parameters = state.network.parameters();
		final var hashes = new LinkedHashMap<String, String>();
		final var metadata = Map.of("statement", state.description.statement());
		try (var channel = FileChannel.open(file, StandardOpenOption.WRITE,
			StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))
		{
			final var zip = new ZipOutputStream(new BufferedOutputStream(Channels
				.newOutputStream(channel), 1 << 16));
			entry(zip, PREVIEW, hashes, out -> out.write(state.preview));
			entry(zip, HISTORY, hashes, out -> out.write(bytes(state.history
				.toCsv())));
			for (final var gallery : new TreeMap<>(state.galleries).entrySet())
				entry(zip, gallery.getKey(), hashes, out -> out.write(gallery
					.getValue()));
			// Floats of trained weights hardly compress.
			zip.setLevel(Deflater.NO_COMPRESSION);
			entry(zip, WEIGHTS, hashes, out -> TensorFile.write(out, values(
				parameters), metadata, engine));
			entry(zip, OPTIMISER, hashes, out -> TensorFile.write(out, moments(
				parameters), metadata, engine));
			zip.setLevel(Deflater.DEFAULT_COMPRESSION);
			final String json = state.description.with(hashes).toJson();
			entry(zip, DESCRIPTION, new LinkedHashMap<>(), out -> out.write(bytes(
				json)));
			zip.finish();
			zip.flush();
			channel.force(true);
		}
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void entry(final ZipOutputStream zip, final String name,
		final Map<String, String> hashes, final Content content) throws IOException
	{
		zip.putNextEntry(new ZipEntry(name));
		final var digest = Sha256.digest();
		final var out = new DigestOutputStream(new FilterOutputStream(zip) {

			@Override
			public void write(final byte[] b, final int off, final int len)
				throws IOException
			{
				zip.write(b, off, len);
			}
		}, digest);
		content.write(out);
		hashes.put(name, Sha256.hex(digest));
		zip.closeEntry();
	}

	private static Map<String, Tensor> values(final List<Parameter> parameters) {
		final var tensors = new LinkedHashMap<String, Tensor>();
		parameters.forEach(p -> tensors.put(p.name(), p.value()));
		return tensors;
	}

	private static Map<String, Tensor> moments(
		final List<Parameter> parameters)
	{
		final var tensors = new LinkedHashMap<String, Tensor>();
		for (final Parameter p : parameters) {
			tensors.put("adam.mean." + p.name(), p.mean());
			tensors.put("adam.square." + p.name(), p.square());
		}
		return tensors;
	}

	/**
	 * @param file a {@code .janus} file
	 * @param engine computes
	 * @param trainable whether to read what training needs, not only decoding
	 * @return the model; without history and preview if not trainable, without
	 *         galleries if it is
	 * @throws InputException if it is missing, damaged or of an unknown kind
	 */
	static State read(final Path file, final Engine engine,
		final boolean trainable) throws InputException
	{
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no face model at " + file + ": train one first.");
		try (var zip = new ZipFile(file.toFile())) {
			final var description = ModelDescription.parse(text(zip, DESCRIPTION,
				null));
			final var hashes = description.sha256();
			final long numbers = NetworkSize.least(description.blueprint());
			Limits.checkNumbers(zip, Files.size(file), WEIGHTS, numbers);
			if (trainable) Limits.checkNumbers(zip, Files.size(file), OPTIMISER, 2 *
				numbers);
			final FaceNetwork network = FaceNetworks.empty(description.blueprint(), engine,
				trainable);
			final var parameters = network.parameters();
			tensors(zip, WEIGHTS, hashes, values(parameters), engine);
			if (!trainable) return new State(description, network,
				new LossHistory(), new byte[0], galleries(zip, hashes));
			tensors(zip, OPTIMISER, hashes, moments(parameters), engine);
			return new State(description, network, LossHistory.parse(text(zip, HISTORY,
				hashes)), Limits.all(stream(zip, PREVIEW), PREVIEW));
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException(refusal(file, e), e);
		}
	}

	/** Entries of galleries that the description names, bounded in size. */
	private static Map<String, byte[]> galleries(final ZipFile zip,
		final Map<String, String> hashes) throws IOException
	{
		final var galleries = new LinkedHashMap<String, byte[]>();
		for (final Side side : Side.values()) {
			final List<String> names = GallerySheet.entries(side);
			if (names.stream().noneMatch(hashes::containsKey)) continue;
			for (final String name : names) {
				final var digest = Sha256.digest();
				try (var in = new DigestInputStream(stream(zip, name), digest)) {
					final byte[] bytes = in.readNBytes(GallerySheet.MOST_BYTES + 1);
					if (bytes.length > GallerySheet.MOST_BYTES) throw new IOException(
						"its " + name + " is longer than such an entry ever is");
					check(name, Sha256.hex(digest), hashes);
					galleries.put(name, bytes);
				}
			}
		}
		return galleries;
	}

	/**
	 * @param file a {@code .janus} file
	 * @return what it says of its model
	 * @throws InputException if it is missing, damaged or of an unknown kind
	 */
	static ModelDescription describe(final Path file) throws InputException {
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no face model at " + file + ": train one first.");
		try (var zip = new ZipFile(file.toFile())) {
			return ModelDescription.parse(text(zip, DESCRIPTION, null));
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException(refusal(file, e), e);
		}
	}

	/**
	 * @param file a {@code .janus} file
	 * @param cause why it cannot be read
	 * @return the same in one sentence for the user
	 */
	static String refusal(final Path file, final Exception cause) {
		if (cause instanceof ZipException && !Limits.isModel(file)) return file +
			" is no face model: give a .janus file made by Train Face Model.";
		return "The face model " + file + " cannot be read (" + Limits.why(cause) +
			"); restore a backup such as " + file.getFileName() +
			".bak1 under its name, or give another file.";
	}

	private static InputStream stream(final ZipFile zip, final String name)
		throws IOException
	{
		return zip.getInputStream(Limits.entry(zip, name));
	}

	private static String text(final ZipFile zip, final String name,
		final Map<String, String> hashes) throws IOException
	{
		final var digest = Sha256.digest();
		try (var in = new DigestInputStream(stream(zip, name), digest)) {
			final String text = new String(Limits.all(in, name),
				StandardCharsets.UTF_8);
			if (hashes != null) check(name, Sha256.hex(digest), hashes);
			return text;
		}
	}

	private static void tensors(final ZipFile zip, final String name,
		final Map<String, String> hashes, final Map<String, Tensor> tensors,
		final Engine engine) throws IOException
	{
		final var digest = Sha256.digest();
		try (var in = new DigestInputStream(stream(zip, name), digest)) {
			TensorFile.read(in, tensors, engine);
			check(name, Sha256.hex(digest), hashes);
		}
	}

	private static void check(final String name, final String hash,
		final Map<String, String> hashes) throws IOException
	{
		if (!hash.equals(hashes.get(name))) throw new IOException("its " + name +
			" was changed or damaged");
	}
}
