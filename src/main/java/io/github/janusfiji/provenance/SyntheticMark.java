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

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement, in a file's own metadata, that its content is synthetic: a
 * flat list of keys and texts that every container can hold. Containers with a
 * fixed set of keys at least hold {@code title} and {@code comment}, so the
 * comment says everything once more in words.
 */
public final class SyntheticMark {

	/**
	 * IPTC digital source type of a real recording into which a trained model
	 * painted (IPTC NewsCodes, {@code cv.iptc.org/newscodes/digitalsourcetype}).
	 */
	public static final String COMPOSITE =
		"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

	/** IPTC digital source type of what a trained model made altogether. */
	public static final String GENERATED =
		"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

	/** IPTC digital source type of what a program drew. */
	public static final String RENDERED =
		"http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";

	/** What every statement in words begins with. */
	private static final String PREFIX = "SYNTHETIC: ";

	/**
	 * What a synthetic file was made from.
	 *
	 * @param sourceName file or window name of the recording
	 * @param sourceSha256 of the recording's file, lower-case hexadecimal; empty
	 *          if there is no single file
	 * @param modelSha256 of the model's file, lower-case hexadecimal; empty if no
	 *          model was used
	 * @param parameters names and values, in the order to show them in
	 */
	public record Derivation(String sourceName, String sourceSha256,
		String modelSha256, Map<String, String> parameters)
	{

		/** Takes a copy in the same order. */
		public Derivation {
			parameters = new LinkedHashMap<>(parameters);
		}
	}

	private SyntheticMark() {}

	/**
	 * @param sourceType one of the IPTC types above
	 * @param description what was done, in one sentence
	 * @return keys and texts for an output's metadata: {@code synthetic},
	 *         {@code digitalSourceType}, {@code comment}, {@code software}
	 */
	public static Map<String, String> of(final String sourceType,
		final String description)
	{
		final var mark = new LinkedHashMap<String, String>();
		mark.put("synthetic", "true");
		mark.put("digitalSourceType", sourceType);
		mark.put("comment", PREFIX + description);
		mark.put("software", Version.label());
		return mark;
	}

	/**
	 * @param sourceType one of the IPTC types above
	 * @param description what was done, in one sentence with its full stop
	 * @param from what the file was made from
	 * @return keys and texts for an output's metadata: those of
	 *         {@link #of(String, String)}, {@code title}, {@code sourceName},
	 *         {@code sourceSha256}, {@code modelSha256} and {@code parameters};
	 *         what is unknown is left out
	 */
	public static Map<String, String> of(final String sourceType,
		final String description, final Derivation from)
	{
		final var facts = new LinkedHashMap<String, String>();
		facts.put("sourceName", from.sourceName());
		facts.put("sourceSha256", from.sourceSha256());
		facts.put("modelSha256", from.modelSha256());
		facts.put("parameters", from.parameters().entrySet().stream().map(e -> e
			.getKey() + "=" + e.getValue()).collect(Collectors.joining(", ")));
		facts.values().removeIf(String::isEmpty);
		final Map<String, String> mark = of(sourceType, description);
		mark.put("title", PREFIX + "made from " + from.sourceName());
		mark.putAll(facts);
		mark.put("comment", mark.get("comment") + " " + facts.entrySet().stream()
			.map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(
				"; ")) + "; digitalSourceType: " + sourceType + "; software: " + mark
					.get("software"));
		return mark;
	}

	/**
	 * Finds the statement again, whatever container it comes from.
	 *
	 * @param metadata keys and texts of a file
	 * @return what it says of being synthetic; nothing if it says nothing, which
	 *         does not mean that it is genuine
	 */
	public static Optional<String> statement(
		final Map<String, String> metadata)
	{
		return metadata.entrySet().stream().filter(e -> e.getValue().startsWith(
			PREFIX)).map(e -> e.getValue()).max(Comparator.comparingInt(
				String::length)).or(() -> metadata.entrySet().stream().filter(e -> e
					.getKey().equalsIgnoreCase("digitalSourceType") && e.getValue()
						.toLowerCase(Locale.ROOT).contains("algorithmicmedia")).map(
							e -> "digitalSourceType " + e.getValue()).findFirst());
	}
}
