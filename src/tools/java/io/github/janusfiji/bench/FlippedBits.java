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
package io.github.janusfiji.bench;

import io.github.janusfiji.provenance.KeyRing;
import io.github.janusfiji.provenance.MediaSigner;
import io.github.janusfiji.provenance.MediaVerifier;
import io.github.janusfiji.provenance.Verdict;
import io.github.janusfiji.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Flips one bit anywhere in a signed copy of a recording, many times, and counts
 * the verdicts: {@code FlippedBits clip.mp4 1000}.
 */
public final class FlippedBits {

	private FlippedBits() {}

	/** @param args a recording, and how many times */
	public static void main(final String[] args) throws Exception {
		final Path clip = Path.of(args[0]);
		final int times = Integer.parseInt(args[1]);
		final Path folder = Files.createTempDirectory("janus-flips");
		final var keys = new KeyRing(folder.resolve("home"));
		final String kind = clip.toString().replaceFirst(".*\\.", ".");
		final Path signed = folder.resolve("signed" + kind);
		new MediaSigner(keys, keys.signer()).sign(clip, signed,
			new MediaSigner.Statement("", ""), Progress.NONE);
		final byte[] bytes = Files.readAllBytes(signed);
		final var verifier = new MediaVerifier(keys, keys.anchors());
		System.out.println("untouched: " + verifier.verify(signed, Progress.NONE)
			.verdict().word());
		final Path flipped = folder.resolve("flipped" + kind);
		final var random = new Random(1);
		final Map<Verdict, Integer> verdicts = new TreeMap<>();
		for (int i = 0; i < times; i++) {
			final int bit = random.nextInt(Math.toIntExact(8L * bytes.length));
			final byte[] copy = bytes.clone();
			copy[bit / 8] ^= (byte) (1 << bit % 8);
			Files.write(flipped, copy);
			final Verdict verdict = verifier.verify(flipped, Progress.NONE).verdict();
			verdicts.merge(verdict, 1, Integer::sum);
			if (verdict != Verdict.ALTERED) System.out.println("bit " + bit % 8 +
				" of byte " + bit / 8 + ": " + verdict.word());
		}
		System.out.println(clip.getFileName() + ", " + bytes.length + " bytes: " +
			verdicts);
	}
}
