package io.github.janusfiji.provenance;

import java.util.LinkedHashMap;
import java.util.Map;

/** The statement, in a file's own metadata, that its content is synthetic. */
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
		mark.put("comment", "SYNTHETIC: " + description);
		mark.put("software", "Janus");
		return mark;
	}
}
