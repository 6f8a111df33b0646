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
import io.github.janusfiji.provenance.c2pa.Codes;
import io.github.janusfiji.provenance.c2pa.ContentCredentials;
import io.github.janusfiji.provenance.c2pa.ContentCredentials.Found;
import io.github.janusfiji.provenance.c2pa.ManifestException;
import io.github.janusfiji.provenance.c2pa.Status;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.provenance.c2pa.Validation;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what became of recordings since they were signed. */
public final class MediaVerifier {

	private final Ledger ledger;
	private final TrustAnchors anchors;

	/**
	 * @param keys where copies of manifests are kept
	 * @param anchors who is trusted
	 */
	public MediaVerifier(final KeyRing keys, final TrustAnchors anchors) {
		ledger = new Ledger(keys);
		this.anchors = anchors;
	}

	/**
	 * @param place a recording, a folder of pictures with their credentials, or a
	 *          folder of recordings
	 * @return the recordings in it
	 * @throws IOException if there are none; the message is one sentence for the
	 *           user
	 */
	public static List<Path> recordings(final Path place) throws IOException {
		if (Files.notExists(place)) throw new InputException(place +
			" does not exist; check the path.");
		if (!Files.isDirectory(place) || Sidecar.of(place).isPresent()) return List
			.of(place);
		final var all = new ArrayList<Path>();
		try (var inside = Files.list(place)) {
			for (final Path one : inside.sorted().toList()) {
				if (one.getFileName().toString().startsWith(".")) continue;
				if (Files.isDirectory(one) ? Sidecar.of(one).isPresent() : MediaType
					.isMedia(one)) all.add(one);
			}
		}
		if (all.isEmpty()) throw new InputException("There is no video or picture in " +
			place + "; choose another folder.");
		return all;
	}

	/**
	 * @param media a file, or a folder of pictures
	 * @return the files beside it that may carry its credentials, not all of which
	 *         need exist
	 */
	public static List<Path> beside(final Path media) {
		final Path place = media.toAbsolutePath();
		return List.of(OutputSeal.beside(place), place.resolveSibling(place
			.getFileName() + ".c2pa"));
	}

	/**
	 * @param media a file, or a folder of pictures
	 * @param progress told how far it is
	 * @return what was found
	 * @throws IOException if it cannot be read; the message is one sentence for
	 *           the user
	 */
	public Verification verify(final Path media, final Progress progress)
		throws IOException
	{
		progress.stage("Checking " + media.getFileName(), 0);
		final Optional<Found> found;
		try {
			found = find(media, progress);
		}
		catch (final ManifestException e) {
			return damaged(media, "Its manifest cannot be read: " + e.getMessage(),
				Optional.empty(), progress);
		}
		if (found.isEmpty()) return stripped(media, progress);
		final Validation validation = found.get().validation();
		final Status fault = validation.fault();
		if (fault == null) return new Verification(media, isTrusted(validation)
			? Verdict.AUTHENTIC : Verdict.UNTRUSTED, validation.active().signer(), List
				.of(), Optional.of(validation), "");
		if (!onlyBytes(validation)) return damaged(media, "Its manifest was changed: " +
			fault.explanation() + " (" + fault.code() + ").", Optional.of(validation),
			progress);
		return compared(media, found.get(), false, progress);
	}

	private Optional<Found> find(final Path media, final Progress progress)
		throws IOException
	{
		final Optional<Found> own = ContentCredentials.verify(media, anchors,
			progress::isCancelled);
		if (own.isPresent()) return own;
		final Optional<Path> sidecar = Sidecar.of(media);
		if (sidecar.isEmpty()) return Optional.empty();
		final byte[] store = Files.readAllBytes(sidecar.get());
		final Found beside = ContentCredentials.verify(media, store, anchors,
			progress::isCancelled);
		// A file of the same name may belong to another recording altogether.
		return Optional.of(beside);
	}

	static boolean isTrusted(final Validation validation) {
		return validation.active().statuses().stream().anyMatch(s -> s.code().equals(
			Codes.TRUSTED));
	}

	/** Whether nothing is wrong but that the file's bytes are others. */
	private static boolean onlyBytes(final Validation validation) {
		return validation.statuses().stream().filter(s -> s
			.kind() == Status.Kind.FAILURE).allMatch(s -> s.code().equals(
				Codes.UNTRUSTED) || s.code().endsWith("Hash.mismatch"));
	}

	/** The manifest itself is not to be believed: perhaps there is a copy of it. */
	private Verification damaged(final Path media, final String remark,
		final Optional<Validation> validation, final Progress progress)
		throws IOException
	{
		final var changes = new ArrayList<Change>();
		changes.add(Change.whole(Change.Kind.MANIFEST));
		final MediaFingerprint print = print(media, progress);
		final Optional<byte[]> copy = print == null ? Optional.empty() : ledger
			.byPictures(print.pictures());
		if (copy.isPresent()) signed(ContentCredentials.verify(media, copy.get(),
			anchors, progress::isCancelled)).ifPresent(s -> changes.addAll(
				FrameComparison.compare(s.print(), print)));
		return new Verification(media, Verdict.ALTERED, validation.map(v -> v.active()
			.signer()).orElse(""), changes, validation, remark);
	}

	/** No manifest is left: the pictures may be known, or their watermark. */
	private Verification stripped(final Path media, final Progress progress)
		throws IOException
	{
		final MediaFingerprint print = FingerprintReader.read(media, progress);
		final Optional<byte[]> copy = ledger.byPictures(print.pictures());
		if (copy.isPresent()) return compared(media, ContentCredentials.verify(media,
			copy.get(), anchors, progress::isCancelled), print, true);
		return watermarked(media, progress);
	}

	private Verification watermarked(final Path media, final Progress progress)
		throws IOException
	{
		final Optional<String> identifier = WatermarkSearch.in(media, progress);
		final Optional<byte[]> copy = identifier.isEmpty() ? Optional.empty() : ledger
			.byWatermark(identifier.get());
		if (copy.isEmpty()) return new Verification(media, Verdict.UNSIGNED, "", List
			.of(), Optional.empty(), identifier.map(id ->
				"It bears Janus's watermark " + id +
					", so it is synthetic, but its credentials are not known here.")
				.orElse(""));
		final Validation known = ContentCredentials.verify(media, copy.get(), anchors,
			progress::isCancelled).validation();
		return new Verification(media, Verdict.REENCODED, known.active().signer(),
			List.of(), Optional.of(known), "Watermark " + identifier.get() + ".");
	}

	private Verification compared(final Path media, final Found found,
		final boolean stripped, final Progress progress) throws IOException
	{
		return compared(media, found, print(media, progress), stripped);
	}

	private Verification compared(final Path media, final Found found,
		final MediaFingerprint print, final boolean stripped) throws IOException
	{
		final Validation validation = found.validation();
		final Optional<FramesAssertion> signed = signed(found);
		final var changes = new ArrayList<Change>();
		if (signed.isEmpty()) changes.add(Change.whole(Change.Kind.CONTAINER));
		else if (print == null) changes.add(new Change(Change.Kind.CHANGED, 0, Math
			.max(0, signed.get().print().pictures().count() - 1)));
		else changes.addAll(FrameComparison.compare(signed.get().print(), print));
		if (changes.isEmpty()) {
			if (Texts.differ(signed.get().metadata(), Frames.metadata(media))) changes
				.add(Change.whole(Change.Kind.METADATA));
			else if (sameShell(media, found, signed.get(), stripped)) changes.add(Change
				.whole(stripped ? Change.Kind.MANIFEST : Change.Kind.CONTAINER));
		}
		final Verdict verdict = !changes.isEmpty() ? Verdict.ALTERED : isTrusted(
			validation) ? Verdict.REMUXED : Verdict.UNTRUSTED;
		return new Verification(media, verdict, validation.active().signer(), changes,
			Optional.of(validation), "");
	}

	/**
	 * Whether the container is the one that was signed, so that single bytes of it
	 * must have been changed: re-muxing hardly ever ends at the same length.
	 */
	private static boolean sameShell(final Path media, final Found found,
		final FramesAssertion signed, final boolean stripped) throws IOException
	{
		if (Files.isDirectory(media)) return true;
		final long now = ContentCredentials.otherBytes(media);
		if (!stripped) return signed.size() == 0 || now == signed.size();
		// A manifest that is there but can no longer be found.
		return signed.size() > 0 && now > signed.size() && now - signed
			.size() < found.store().bytes().length + 4096L + found.store()
				.bytes().length / 1000 && now - signed.size() >= found.store()
					.bytes().length;
	}

	private static Optional<FramesAssertion> signed(final Found found) {
		try {
			return found.store().active().assertion(FramesAssertion.LABEL).flatMap(
				FramesAssertion::of);
		}
		catch (final ManifestException e) {
			return Optional.empty();
		}
	}

	/** @return what it shows; null if nothing of it can be read any more */
	private static MediaFingerprint print(final Path media,
		final Progress progress) throws IOException
	{
		try {
			return FingerprintReader.read(media, progress);
		}
		catch (final InputException e) {
			return null;
		}
	}
}
