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
package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.provenance.KeyRing;
import io.github.janusfiji.provenance.MediaVerifier;
import io.github.janusfiji.provenance.Verification;
import io.github.janusfiji.provenance.VerifyTable;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.PendingFiles;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Checks Content Credentials, and finds what was changed since signing. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Verify Media...",
	description = "Tells whether recordings are as they were signed (C2PA), by whom, and which frames were changed, put in, taken out, doubled or moved since.")
public final class VerifyMedia extends JanusCommand {

	@Parameter(label = "Recording or folder", style = "both", required = false,
		persist = false,
		description = "A video, a picture, a folder of pictures, or a folder of recordings. Empty: the file of the active image.")
	private File input;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; its file is checked when no recording is given.")
	private ImagePlus image;

	@Parameter(label = "Folder for table", style = "directory",
		required = false, persist = false,
		description = "Folder for <name>.verify.csv; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(label = "Trusted anchors", style = "both", required = false,
		persist = false,
		description = "A PEM file, or a folder of PEM files, with the certificates of those you trust, beside your own and those you imported.")
	private File anchors;

	@Parameter(label = "Trust them from now on", required = false,
		persist = false,
		description = "Puts the trusted anchors into your key ring, so that they need not be given again. Without a recording, that is all that is done.")
	private boolean remember;

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Verdict",
		description = "authentic, reencoded, remuxed, altered, untrusted or unsigned; of several recordings, each with how many.")
	private String verdict;

	@Parameter(type = ItemIO.OUTPUT, label = "Finding",
		description = "What was found, a sentence for each recording.")
	private String finding;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		Clip.writable(output);
		final KeyRing keys = KeyRing.own();
		final Optional<Path> more = Clip.optional(anchors);
		if (remember && remembered(keys, more)) return;
		TrustAnchors trusted = keys.anchors();
		if (more.isPresent()) trusted = trusted.and(TrustAnchors.read(more.get()));
		final var verifier = new MediaVerifier(keys, trusted);
		if (Shards.asked(shard)) {
			clips = Shards.of(this, shard, input, output).with("anchors", trusted
				.fingerprint()).beside(MediaVerifier::beside).run((clip, folder,
					within) -> write(clip, List.of(verifier.verify(clip, within)), folder),
					progress);
			return;
		}
		final Path place = input == null ? CheckedWindow.file(image) : input
			.toPath();
		final List<Path> recordings = MediaVerifier.recordings(place);
		final var all = new ArrayList<Verification>();
		for (final Path one : recordings) all.add(CheckedWindow.verify(verifier, one,
			recordings.size() > 1, progress));
		verdict = CheckedWindow.summary(all);
		finding = String.join("\n", all.stream().map(Verification::sentence)
			.toList());
		if (output != null) write(place, all, output.toPath());
		if (host.interactive()) {
			CheckedWindow.show(all, progress);
			return;
		}
		// A script has to learn from the exit code that something is wrong.
		if (!all.stream().allMatch(v -> v.verdict().isGood()))
			throw new InputException(finding);
	}

	/** @return whether there is nothing else to do */
	private boolean remembered(final KeyRing keys, final Optional<Path> more)
		throws IOException
	{
		if (more.isEmpty()) throw new InputException(
			"There is nobody to trust: give 'anchors' their certificates.");
		final int count = keys.importAnchors(more.get());
		finding = count == 1 ? "One signer more is trusted from now on." : count +
			" signers more are trusted from now on.";
		return input == null && image == null;
	}

	private static void write(final Path place, final List<Verification> all,
		final Path folder) throws IOException
	{
		final String name = FileStem.of(place.toAbsolutePath().normalize()
			.getFileName().toString()) + ".verify.csv";
		try (var files = new PendingFiles(folder)) {
			files.add(name, VerifyTable.csv(all).getBytes(StandardCharsets.UTF_8));
			files.commit();
		}
	}
}
