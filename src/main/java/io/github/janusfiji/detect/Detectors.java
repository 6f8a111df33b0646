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
package io.github.janusfiji.detect;

import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.InstantiableException;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;

/** Finds the detectors that are installed. */
public final class Detectors {

	private Detectors() {}

	/** @return all that are installed by name, the first first */
	public static Map<String, ManipulationDetector> installed() {
		final var detectors = new LinkedHashMap<String, ManipulationDetector>();
		for (final PluginInfo<ManipulationDetector> info : Index.ALL)
			try {
				detectors.putIfAbsent(info.getName(), info.createInstance());
			}
			catch (final InstantiableException exc) {
				throw new IllegalStateException("The detector " + info.getClassName() +
					" cannot be started; remove it.", exc);
			}
		return detectors;
	}

	/**
	 * @param names with commas or semicolons between them; blank or {@code all} for
	 *          all
	 * @param manipulated whether there are manipulated clips to learn from; without
	 *          them the network learns what {@code blending} does, and is left out
	 *          of all
	 * @return those detectors by name
	 * @throws InputException if there is none of a name; the message lists them
	 */
	static Map<String, ManipulationDetector> named(final String names,
		final boolean manipulated) throws InputException
	{
		final var all = installed();
		if (names.isBlank() || "all".equals(names.strip())) {
			if (!manipulated) all.remove(NetworkDetector.NAME);
			return all;
		}
		final var chosen = new LinkedHashMap<String, ManipulationDetector>();
		for (final String part : names.split("[,;]")) {
			final String name = part.strip();
			if (name.isEmpty()) continue;
			if (!all.containsKey(name)) throw new InputException(
				"There is no detector '" + name + "': choose of " + String.join(", ",
					all.keySet()) + ", or all.");
			chosen.put(name, all.get(name));
		}
		if (chosen.isEmpty()) throw new InputException(
			"'detectors' names none: choose of " + String.join(", ", all.keySet()) +
				", or all.");
		return chosen;
	}

	/** Looked up once, since all annotations of the class path are read. */
	private static final class Index {

		static final List<PluginInfo<ManipulationDetector>> ALL = all();

		private static List<PluginInfo<ManipulationDetector>> all() {
			final var index = new PluginIndex();
			index.discover();
			final var found = new ArrayList<>(index.getPlugins(
				ManipulationDetector.class));
			// without its index of annotations, Janus still has its own
			if (found.isEmpty()) {
				add(found, Gradients.class, Gradients.NAME);
				add(found, Contrast.class, Contrast.NAME);
				add(found, BlendingDetector.class, BlendingDetector.NAME);
				add(found, QualityLda.class, QualityLda.NAME);
				add(found, QualitySvm.class, QualitySvm.NAME);
				add(found, NetworkDetector.class, NetworkDetector.NAME);
				add(found, Frequency.class, Frequency.NAME);
				add(found, Noise.class, Noise.NAME);
			}
			return found;
		}

		private static void add(
			final List<PluginInfo<ManipulationDetector>> found,
			final Class<? extends ManipulationDetector> type, final String name)
		{
			final var info = new PluginInfo<ManipulationDetector>(type,
				ManipulationDetector.class);
			info.setName(name);
			found.add(info);
		}
	}
}
