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

import io.github.janusfiji.frames.FingerprintReader;
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
import io.github.janusfiji.task.Output;
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
	 * Signer's statement on a recording.
	 *
	 * @param purpose what it was made for; may be empty
	 * @param consent of those who are seen; may be empty
	 */
	public record Statement(String purpose, String consent) {}

	/**
	 * Files that were written.
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
		final MediaFingerprint print = FingerprintReader.read(input, progress);
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
		progress.stage("Signing " + output.getFileName(), 0);
		final Path place = output.toAbsolutePath();
		final Optional<Path> sidecar = Files.isDirectory(input) ? Optional.of(folder(
			input, place, declared, progress)) : ContentCredentials.hasRoom(input)
				? within(input, place, declared, progress) : Optional.of(beside(input,
					place, declared, progress));
		return new Signed(place, sidecar, print.pictures().count());
	}

	/** A file whose format has a place for credentials. */
	private Optional<Path> within(final Path input, final Path output,
		final Declaration declared, final Progress progress) throws IOException
	{
		try (var copy = Output.file(output, List.of(input))) {
			final byte[] store = ContentCredentials.sign(input, copy.temporary(),
				declared, signer, Version.number(), progress::isCancelled);
			copy.commit();
			new Ledger(keys).keep(store, "");
		}
		return Optional.empty();
	}

	/** @return the file with the credentials of one that has no place for them */
	private Path beside(final Path input, final Path output,
		final Declaration declared, final Progress progress) throws IOException
	{
		final Path sidecar = OutputSeal.beside(output);
		try (var copy = Output.file(output, List.of(input));
				var credentials = Output.file(sidecar, List.of(input)))
		{
			Files.copy(input, copy.temporary(), StandardCopyOption.REPLACE_EXISTING);
			final byte[] store = sidecar(copy, declared, progress);
			credentials.write(store);
			copy.commit();
			credentials.commit();
			new Ledger(keys).keep(store, "");
		}
		return sidecar;
	}

	/** @return the file with the credentials of a folder, in it */
	private Path folder(final Path input, final Path output,
		final Declaration declared, final Progress progress) throws IOException
	{
		final Path name = OutputSeal.beside(output).getFileName();
		try (var copy = Output.folder(output, List.of(input), file -> false)) {
			copyPictures(input, copy.temporary(), progress);
			final byte[] store = sidecar(copy, declared, progress);
			Files.write(copy.temporary().resolve(name), store);
			copy.commit();
			new Ledger(keys).keep(store, "");
		}
		return output.resolve(name);
	}

	private byte[] sidecar(final Output copy, final Declaration declared,
		final Progress progress) throws IOException
	{
		return ContentCredentials.sidecar(copy.temporary(), declared, signer, Version
			.number(), progress::isCancelled);
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

	private static void copyPictures(final Path from, final Path to,
		final Progress progress) throws IOException
	{
		try (var files = Files.list(from)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(f -> !f
				.toString().endsWith(".c2pa")).toList())
			{
				progress.check();
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
	}
}
