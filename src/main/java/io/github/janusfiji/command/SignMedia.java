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

import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.provenance.KeyRing;
import io.github.janusfiji.provenance.MediaSigner;
import io.github.janusfiji.provenance.c2pa.Credential;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Protects a recording: writes a copy with signed Content Credentials. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Sign Media...",
	description = "Writes a copy of a recording with signed Content Credentials (C2PA), by which every later change can be found, down to the frame.")
public final class SignMedia extends JanusCommand {

	@Parameter(label = "Recording", style = "both", required = false,
		persist = false,
		description = "A video, a picture, a TIFF stack or a folder of pictures. Needed; it is not changed.")
	private File input;

	@Parameter(label = "Signed copy", style = "both", required = false,
		persist = false,
		description = "Where the signed copy goes: a file of the same kind, or a folder. Needed.")
	private File output;

	@Parameter(label = "Key", style = "open", required = false, persist = false,
		description = "A PKCS#12 or PEM file with your laboratory's key and certificates. Empty: a key of your own, made at the first use.")
	private File key;

	@Parameter(label = "Purpose", required = false, persist = false,
		description = "What the recording was made for; signed with it.")
	private String purpose = "";

	@Parameter(label = "Consent", required = false, persist = false,
		description = "The consent of those who are seen, such as the number of a form; signed with it.")
	private String consent = "";

	@Parameter(label = "Own anchor", style = "both", required = false,
		persist = false,
		description = "A new .pem file for the certificate by which others can trust your signatures: give it to them. Empty: none is written. Without a recording, that is all that is done.")
	private File anchor;

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames",
		description = "Number of frames that are signed one by one.")
	private Integer frames;

	@Parameter(type = ItemIO.OUTPUT, label = "Signer",
		description = "The name in the certificate.")
	private String signer;

	@Parameter(type = ItemIO.OUTPUT, label = "Credentials",
		description = "The file that carries the credentials: the copy itself, or a .c2pa file that belongs beside it.")
	private String credentials;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final KeyRing keys = KeyRing.own();
		final Optional<Path> own = Clip.optional(key);
		final Credential credential = own.isPresent() ? Credential.read(own.get(),
			KeyRing.passphrase()) : keys.signer();
		signer = credential.name();
		final Optional<Path> given = Clip.optional(anchor);
		if (given.isPresent()) KeyRing.exportAnchor(credential, given.get());
		if (given.isPresent() && Clip.optional(input).isEmpty()) return;
		final var signing = new MediaSigner(keys, credential);
		final var statement = new MediaSigner.Statement(purpose, consent);
		if (Shards.asked(shard)) {
			clips = Shards.of(this, shard, input, output).with("key",
				new TrustAnchors(Set.of(credential.anchor())).fingerprint()).run((
				clip, folder, within) -> signing.sign(clip, folder.resolve(clip
					.getFileName()), statement, within), progress);
			return;
		}
		final Path from = Clip.required(input, "input", "the recording to sign")
			.toPath();
		final Path to = Clip.required(output, "output",
			"a file or folder for the signed copy").toPath();
		final var signed = signing.sign(from, to, statement, progress);
		frames = signed.frames();
		credentials = signed.sidecar().orElse(signed.output()).toString();
	}
}
