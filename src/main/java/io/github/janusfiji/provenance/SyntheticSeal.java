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
import io.github.janusfiji.frames.MediaFingerprint;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.provenance.c2pa.ContentCredentials;
import io.github.janusfiji.provenance.c2pa.Credential;
import io.github.janusfiji.provenance.c2pa.Declaration;
import io.github.janusfiji.provenance.c2pa.Declaration.Action;
import io.github.janusfiji.provenance.c2pa.Declaration.Ingredient;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs every output that the mark in its metadata calls synthetic: there is no
 * switch.
 */
public final class SyntheticSeal implements OutputSeal {

	/** Janus's own assertion with how an output was made. */
	static final String LABEL = "io.github.janusfiji.swap";

	/** Keys of the mark that go into that assertion as they are. */
	private static final List<String> FACTS = List.of("comment", "sourceName",
		"sourceSha256", "modelSha256", "parameters", "purpose", "consent",
		"visibleMark", "watermark");

	@Override
	public boolean concerns(final Map<String, String> metadata) {
		return "true".equals(metadata.get("synthetic"));
	}

	@Override
	public Optional<byte[]> seal(final Unsigned output) throws IOException {
		final KeyRing keys = KeyRing.own();
		final Credential signer = keys.signer();
		final Declaration plain = declaration(output);
		final boolean folder = Files.isDirectory(output.written());
		if (folder) for (final Path picture : pictures(output.written())) sign(picture,
			new Declaration(picture.getFileName().toString(), plain.actions(), plain
				.ingredients(), plain.assertions()), signer);
		final MediaFingerprint print = print(output);
		final Declaration declared = plain.with(FramesAssertion.LABEL,
			new FramesAssertion(print, MediaSigner.size(output.written()), output
				.metadata()).value());
		final boolean inside = ContentCredentials.hasRoom(output.written());
		final byte[] store = inside ? sign(output.written(), declared, signer)
			: ContentCredentials.sidecar(output.written(), declared, signer, Version
				.number(), () -> false);
		new Ledger(keys).keep(store, output.metadata().getOrDefault("watermark",
			""));
		return inside ? Optional.empty() : Optional.of(store);
	}

	private static MediaFingerprint print(final Unsigned output)
		throws IOException
	{
		final Path written = output.written();
		if (output.print().isEmpty()) return FingerprintReader.read(written,
			Progress.NONE);
		final MediaFingerprint own = output.print().get();
		return MediaType.of(Path.of(output.name())).startsWith("video/")
			? new MediaFingerprint(own.pictures(), FingerprintReader.sound(written,
				Progress.NONE), true) : own;
	}

	private static List<Path> pictures(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
		}
	}

	private static byte[] sign(final Path file, final Declaration declared,
		final Credential signer) throws IOException
	{
		// Begins like the name of an output under construction, which the file is:
		// should the program be killed, the next one removes both.
		final Path part = file.resolveSibling(".signed" + file.getFileName());
		try {
			final byte[] store = ContentCredentials.sign(file, part, declared, signer,
				Version.number(), () -> false);
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			return store;
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static Declaration declaration(final Unsigned output)
		throws IOException
	{
		final Map<String, String> mark = output.metadata();
		final String type = mark.getOrDefault("digitalSourceType", "");
		final var ingredients = new ArrayList<Ingredient>();
		final String name = mark.getOrDefault("sourceName", "");
		if (!name.isEmpty()) ingredients.add(source(output, name));
		final String model = mark.getOrDefault("modelSha256", "");
		if (!model.isEmpty()) ingredients.add(new Ingredient("model.janus",
			"application/octet-stream", "componentOf", "SHA-256 " + model, "sha256:" +
				model, Optional.empty(), Optional.empty()));
		final String words = mark.getOrDefault("comment", "").replaceFirst(
			"^SYNTHETIC: ", "").replaceFirst("(?<=\\.) .*$", "");
		final List<Action> actions = name.isEmpty() ? List.of(new Action(
			"c2pa.created", type, words, -1)) : List.of(new Action("c2pa.opened", "", "",
				0), new Action("c2pa.edited", type, words, -1));
		final var facts = new LinkedHashMap<String, Object>();
		FACTS.forEach(key -> {
			if (mark.containsKey(key)) facts.put(key, mark.get(key));
		});
		final Declaration plain = new Declaration(output.name(), actions,
			ingredients, Map.of(LABEL, facts));
		final String watermark = mark.getOrDefault("watermark", "");
		return watermark.isEmpty() ? plain : plain.with("c2pa.soft-binding",
			softBinding(watermark));
	}

	/** C2PA 2.2, 18.8: an invisible watermark that leads back to a manifest. */
	private static Map<String, Object> softBinding(final String identifier) {
		final var binding = new LinkedHashMap<String, Object>();
		binding.put("alg", "io.github.janusfiji.watermark.2");
		binding.put("blocks", List.of(Map.of("scope", Map.of(), "value",
			identifier)));
		binding.put("pad", new byte[0]);
		return binding;
	}

	private static Ingredient source(final Unsigned output, final String name)
		throws IOException
	{
		final String sha = output.metadata().getOrDefault("sourceSha256", "");
		final String instance = sha.isEmpty() ? "name:" + name : "sha256:" + sha;
		final String words = sha.isEmpty() ? "" : "SHA-256 " + sha;
		for (final Path file : output.sources()) if (Files.exists(file) && file
			.getFileName() != null && file.getFileName().toString().equals(name))
			return MediaSigner.ingredient(file, "parentOf", instance, words,
				Progress.NONE);
		return new Ingredient(name, "", "parentOf", words, instance, Optional
			.empty(), Optional.empty());
	}
}
