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
package io.github.janusfiji.provenance;

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.MediaFingerprint;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.provenance.c2pa.ContentCredentials;
import io.github.janusfiji.provenance.c2pa.Credential;
import io.github.janusfiji.provenance.c2pa.Declaration;
import io.github.janusfiji.provenance.c2pa.Declaration.Action;
import io.github.janusfiji.provenance.c2pa.Declaration.Ingredient;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs recordings: a copy with credentials, and the file beside it if needed. */
public final class MediaSigner {

	/** Janus's own assertion with what the signer says. */
	static final String STATEMENT = "io.github.janusfiji.statement";

	private final KeyRing keys;
	private final Credential signer;

	/**
	 * @param keys where copies of manifests are kept
	 * @param signer who signs
	 */
	public MediaSigner(final KeyRing keys, final Credential signer) {
		this.keys = keys;
		this.signer = signer;
	}

	/**
	 * What a signer says of a recording.
	 *
	 * @param purpose what it was made for; may be empty
	 * @param consent of those who are seen; may be empty
	 */
	public record Statement(String purpose, String consent) {}

	/**
	 * What was written.
	 *
	 * @param output the copy
	 * @param sidecar the file with its credentials, if it has no place for them
	 * @param frames how many pictures are signed one by one
	 */
	public record Signed(Path output, Optional<Path> sidecar, int frames) {}

	/**
	 * @param input a video, picture, TIFF stack or folder of pictures; not changed
	 * @param output the copy; appears when it is complete
	 * @param statement what to say of it
	 * @param progress told each frame
	 * @return what was written
	 * @throws IOException if the input cannot be read, or the output not be
	 *           written; the message is one sentence for the user
	 */
	public Signed sign(final Path input, final Path output,
		final Statement statement, final Progress progress) throws IOException
	{
		check(input, output);
		final MediaFingerprint print = MediaFingerprint.of(input, progress);
		final String format = extension(output);
		final Ingredient source = ingredient(input, "parentOf", "xmp:iid:" + UUID
			.nameUUIDFromBytes(MerkleTree.root(print.pictures().digests())), Files
				.isRegularFile(input) ? "SHA-256 " + Sha256.of(input, progress) : "",
			progress);
		final var said = new LinkedHashMap<String, Object>();
		if (!statement.purpose.isBlank()) said.put("purpose", statement.purpose);
		if (!statement.consent.isBlank()) said.put("consent", statement.consent);
		final Declaration declared = new Declaration(output.getFileName()
			.toString(), List.of(new Action("c2pa.opened", "", "", 0)), List.of(source),
			said.isEmpty() ? Map.of() : Map.of(STATEMENT, said)).with(
				FramesAssertion.LABEL, new FramesAssertion(print, size(input), Frames
					.metadata(input)).value());
		final Path part = output.toAbsolutePath().resolveSibling("." + output
			.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8) +
			(format.isEmpty() ? ".part" : "." + format));
		try {
			return write(input, output.toAbsolutePath(), part, declared, print,
				progress);
		}
		finally {
			delete(part);
		}
	}

	private Signed write(final Path input, final Path output, final Path part,
		final Declaration declared, final MediaFingerprint print,
		final Progress progress) throws IOException
	{
		progress.stage("Signing " + output.getFileName(), 0);
		Files.createDirectories(output.getParent());
		Path sidecar = null;
		final byte[] store;
		if (ContentCredentials.hasRoom(input)) {
			store = ContentCredentials.sign(input, part, declared, signer, Version
				.number(), progress::isCancelled);
			Files.move(part, output, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		else {
			copy(input, part, progress);
			store = ContentCredentials.sidecar(part, declared, signer, Version.number(),
				progress::isCancelled);
			if (Files.isDirectory(part)) {
				sidecar = output.resolve(OutputSeal.beside(output).getFileName());
				Files.write(part.resolve(sidecar.getFileName()), store);
			}
			else sidecar = OutputSeal.beside(output);
			Files.move(part, output, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
			if (!Files.isDirectory(output)) Files.write(sidecar, store);
		}
		new Ledger(keys).keep(store, "");
		return new Signed(output, Optional.ofNullable(sidecar), print.pictures()
			.count());
	}

	private static void check(final Path input, final Path output)
		throws IOException
	{
		if (Files.notExists(input)) throw new InputException(input +
			" does not exist; check the path.");
		if (Files.exists(output) && (Files.isSameFile(input, output) || Files
			.isDirectory(output))) throw new InputException(output +
				" exists already and would be overwritten; choose another name.");
		if (Files.isDirectory(input) && output.toAbsolutePath().startsWith(input
			.toAbsolutePath())) throw new InputException(
				"The signed copy cannot lie inside the folder " + input +
					"; choose another place.");
		if (!Files.isDirectory(input) && !extension(input).equals(extension(output)))
			throw new InputException("A signed copy is of the same kind as " + input
				.getFileName() + ": give 'output' a name that ends in ." + extension(
					input) + ".");
	}

	private static String extension(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	static long size(final Path file) throws IOException {
		return Files.isDirectory(file) ? 0 : ContentCredentials.otherBytes(file);
	}

	/**
	 * @param relationship to what is made of it
	 * @param instance what tells it from others
	 * @param description in words
	 * @return a file as an ingredient, with its own manifests
	 */
	static Ingredient ingredient(final Path file, final String relationship,
		final String instance, final String description, final Progress progress)
		throws IOException
	{
		Optional<ContentCredentials.Found> own = Optional.empty();
		try {
			own = ContentCredentials.verify(file, TrustAnchors.NONE,
				progress::isCancelled);
			final Optional<Path> sidecar = own.isEmpty() ? Sidecar.of(file) : Optional
				.empty();
			if (sidecar.isPresent()) own = Optional.of(ContentCredentials.verify(file,
				Files.readAllBytes(sidecar.get()), TrustAnchors.NONE,
				progress::isCancelled));
		}
		catch (final io.github.janusfiji.provenance.c2pa.ManifestException e) {
			progress.status("A damaged manifest of " + file.getFileName() +
				" is left out");
		}
		return new Ingredient(file.getFileName().toString(), MediaType.of(file),
			relationship, description, instance, own.map(
				ContentCredentials.Found::store), own.map(
					ContentCredentials.Found::validation));
	}

	private static void copy(final Path from, final Path to,
		final Progress progress) throws IOException
	{
		if (!Files.isDirectory(from)) {
			Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
			return;
		}
		Files.createDirectories(to);
		try (var files = Files.list(from)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(f -> !f
				.toString().endsWith(".c2pa")).toList())
			{
				progress.check();
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
	}

	private static void delete(final Path part) throws IOException {
		if (Files.isDirectory(part)) try (var files = Files.list(part)) {
			for (final Path file : files.toList()) Files.delete(file);
		}
		Files.deleteIfExists(part);
	}
}
