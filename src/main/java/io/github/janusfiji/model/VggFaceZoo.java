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

import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Adler32;
import java.util.zip.CheckedInputStream;

/**
 * VGGFace (Parkhi et al. 2015) in DL4J's model zoo: {@code VGG16} with
 * {@code PretrainedType.VGGFACE}. Uses the place, the address and the system
 * properties of DL4J's {@code DL4JResources}, so that a file which DL4J has
 * fetched is found and one which Janus has fetched is found by DL4J.
 *
 * @param folder where the zoo's files for VGG16 are kept
 * @param address folder on the net that holds {@link #FILE}, ending in a slash
 * @param checksum Adler-32 of the file; the zoo publishes no SHA-256, which is
 *          remembered when the file is first used
 */
record VggFaceZoo(Path folder, URI address, long checksum) {

	/** The word that stands for this file where a file's name is expected. */
	static final String NAME = "vggface";

	/** The zoo's name of the file. */
	static final String FILE = "vgg16_dl4j_vggface_inference.v1.zip";

	private static final long CHECKSUM = 2706403553L;
	private static final String FOLDER_PROPERTY =
		"org.deeplearning4j.dl4jresources.directory";
	private static final String ADDRESS_PROPERTY =
		"org.deeplearning4j.dl4jresources.baseurl";
	private static final String ADDRESS =
		"https://dl4jdata.blob.core.windows.net/";

	private static final int TIMEOUT = 20_000; // ms
	private static final int CHUNK = 1 << 16;

	/** @return the zoo as DL4J finds it */
	static VggFaceZoo usual() {
		final String folder = System.getProperty(FOLDER_PROPERTY, Path.of(System
			.getProperty("user.home"), ".deeplearning4j").toString());
		final String address = System.getProperty(ADDRESS_PROPERTY, ADDRESS);
		// Without its slash, the last part of the address would be replaced.
		return new VggFaceZoo(Path.of(folder, "models", "vgg16"), URI.create(address
			.endsWith("/") ? address : address + "/").resolve("models/"), CHECKSUM);
	}

	/**
	 * Fetches the file, half a gigabyte, unless it is there already; one that is
	 * damaged is replaced.
	 *
	 * @param progress told the bytes; may stop it
	 * @return the file, whose checksum is right
	 * @throws InputException if it cannot be had
	 * @throws java.util.concurrent.CancellationException if it is asked to stop;
	 *           nothing new is left then
	 */
	Path file(final Progress progress) throws InputException {
		final Path file = folder.resolve(FILE);
		final URI source = address.resolve(FILE);
		try {
			if (Files.isRegularFile(file) && sum(file) == checksum) {
				pin(file);
				return file;
			}
			requireSafe(source);
			Files.createDirectories(folder);
			try (var output = Output.file(file)) {
				fetch(source, output.temporary(), progress);
				check(output.temporary());
				Files.deleteIfExists(pinned(file));
				output.commit();
			}
			pin(file);
			return file;
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new InputException("VGGFace cannot be fetched from " + source +
				" (" + e + "): fetch it by other means and name the file, or leave " +
				"the perceptual network empty to train without.", e);
		}
	}

	private static Path pinned(final Path file) {
		return file.resolveSibling(file.getFileName() + ".sha256");
	}

	/**
	 * The zoo's checksum tells damage but no intent. What was used first is
	 * therefore remembered by length and SHA-256, and nothing else is used after.
	 */
	private static void pin(final Path file) throws IOException {
		final String now = Files.size(file) + " " + Sha256.of(file, Progress.NONE) +
			"\n";
		final Path pinned = pinned(file);
		if (!Files.exists(pinned)) try (var output = Output.file(pinned)) {
			output.write(now.getBytes(StandardCharsets.US_ASCII));
			output.commit();
		}
		else if (!Inputs.text(pinned).equals(now)) throw new InputException(file +
			" is not the file that was used first, which " + pinned.getFileName() +
			" remembers: delete both to have it fetched anew, or name another file.");
	}

	/** An address without encryption is believed on this machine only. */
	private static void requireSafe(final URI source) throws InputException {
		final boolean local = "file".equals(source.getScheme()) || "http".equals(
			source.getScheme()) && String.valueOf(source.getHost()).matches(
				"localhost|127\\..*|\\[?::1\\]?");
		if (!local && !"https".equals(source.getScheme())) throw new InputException(
			"VGGFace is fetched by https only, not from " + source +
				": correct the property " + ADDRESS_PROPERTY + ".");
	}

	private static void fetch(final URI source, final Path target,
		final Progress progress) throws IOException
	{
		final URLConnection connection = source.toURL().openConnection();
		connection.setConnectTimeout(TIMEOUT);
		connection.setReadTimeout(TIMEOUT);
		final long length = connection.getContentLengthLong();
		progress.stage("Fetching VGGFace", Math.max(0, length));
		try (InputStream in = connection.getInputStream();
				OutputStream out = Files.newOutputStream(target))
		{
			final byte[] chunk = new byte[CHUNK];
			long done = 0;
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
				progress.check();
				out.write(chunk, 0, n);
				done += n;
				progress.done(done);
			}
			if (length > 0 && done < length) throw new IOException(
				"it broke off after " + done + " of " + length + " bytes");
		}
	}

	/**
	 * @param file said to be the zoo's
	 * @throws IOException if it is not
	 */
	void check(final Path file) throws IOException {
		final long sum = sum(file);
		if (sum != checksum) throw new IOException(
			"it is not the file of the model zoo: its checksum is " + sum + ", not " +
				checksum);
	}

	private static long sum(final Path file) throws IOException {
		final var sum = new Adler32();
		try (var in = new CheckedInputStream(new BufferedInputStream(Files
			.newInputStream(file), CHUNK), sum))
		{
			in.skipNBytes(Files.size(file));
		}
		return sum.getValue();
	}
}
