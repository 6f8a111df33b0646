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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.janusfiji.host.JanusCommand;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** What every command promises to macros, dialogs and both hosts. */
class CommandContractTest {

	/** The contract with macros: labels and parameters, in recorded order. */
	private static final Map<String, List<String>> CORE = Map.ofEntries( //
		Map.entry("Open Video...", List.of("input", "kind")), //
		Map.entry("Extract Faces...", List.of("input", "output", "size", "coverage", "padding",
			"person", "every", "facewidth", "sharpness", "yawlimit", "detector", "kind", "shard", "cut", "overlay",
			"roimanager")), //
		Map.entry("Review Faces...", List.of("faces", "filter", "sort", "descending",
			"output")), //
		Map.entry("Save Reviewed Faces...", List.of("output", "faces")), //
		Map.entry("Train Face Model...", List.of("facesa", "facesb", "model", "preset",
			"iterations", "minutes", "batch", "seed", "device",
			"patience", "schedule", "base", "focus", "unwarped", "adversarial",
			"perceptual", "timelapse", "faces")), //
		Map.entry("Dissect Model...", List.of("model", "faces", "output", "most", "layer", "units",
			"ablate", "place")), //
		Map.entry("Mix Styles...", List.of("model", "faces", "output", "people", "vary", "steps",
			"psi", "shown", "visible", "durable", "purpose", "consent")), //
		Map.entry("Swap Faces...", List.of("input", "model", "method", "donor", "into",
			"output", "person", "mask", "colour", "blend", "grow", "feather", "sharpen", "detail", "front", "others", "kind",
			"shard", "layers", "table", "visible", "durable", "purpose", "consent", "preview", "previewat")), //
		Map.entry("Measure Swap...", List.of("source", "swapped", "output", "person", "area",
			"dilate", "embedding", "range", "facesa", "facesb", "donor", "kind")), //
		Map.entry("Compare Media...", List.of("first", "second", "view", "register", "timing",
			"person", "zoom", "amplify", "quality", "kind", "output")), //
		Map.entry("Detect Blinks...", List.of("input", "output", "person", "task", "method",
			"detector", "kind", "shard", "cut")), //
		Map.entry("Compare Blinks...", List.of("genuine", "other", "task", "output")), //
		Map.entry("Train Blink Detector...", List.of("clips", "folder", "patches", "output",
			"epochs", "seed")), //
		Map.entry("Evaluate Blink Detector...", List.of("clips", "folder", "patches", "use",
			"detector", "tolerance", "output")), //
		Map.entry("Detect Manipulation...", List.of("input", "output", "detector", "person",
			"every", "blinks", "kind", "shard")), //
		Map.entry("Train Detector...", List.of("clips", "output", "report", "detectors",
			"faces", "folds", "blinks", "steps", "transfers", "seed")), //
		Map.entry("Make Collection...", List.of("input", "output", "method", "models",
			"frames", "donors", "qualities", "folds", "visible", "durable", "purpose", "consent",
			"seed")), //
		Map.entry("Assess Threat...", List.of("clips", "networks", "range", "size",
			"vectors", "faces", "output")), //
		Map.entry("Sign Media...", List.of("input", "output", "key", "purpose", "consent",
			"anchor", "shard")), //
		Map.entry("Verify Media...", List.of("input", "output", "anchors",
			"remember", "shard")), //
		Map.entry("Merge Shards...", List.of("input", "output")), //
		Map.entry("Check Installation...", List.of()));

	private static Context context;
	private static List<CommandInfo> commands;

	@BeforeAll
	static void findCommands() {
		context = new Context();
		commands = context.service(CommandService.class).getCommands().stream()
			.filter(info -> info.getDelegateClassName().startsWith(
				"io.github.janusfiji.command.")).toList();
	}

	@AfterAll
	static void dispose() {
		context.dispose();
	}

	private static List<ModuleItem<?>> inputs(final CommandInfo info) {
		final var inputs = new ArrayList<ModuleItem<?>>();
		for (final ModuleItem<?> item : info.inputs()) {
			final Class<?> type = item.getType();
			if (!Service.class.isAssignableFrom(type) && type != Context.class) {
				inputs.add(item);
			}
		}
		return inputs;
	}

	@Test
	void theIndexListsEveryCommand() throws ClassNotFoundException {
		assertEquals(25, commands.size());
		for (final CommandInfo info : commands) {
			assertTrue(JanusCommand.class.isAssignableFrom(info
				.loadDelegateClass()), info.getTitle());
			assertTrue(info.canRunHeadless(), info.getTitle());
			assertFalse(info.getDescription().isBlank(), info.getTitle());
		}
	}

	@Test
	void labelsAndCoreParametersAreTheMacroApi() {
		final var found = new LinkedHashMap<String, List<String>>();
		for (final CommandInfo info : commands) {
			if (!info.getMenuPath().getMenuString().startsWith("Plugins")) continue;
			found.put(info.getTitle(), inputs(info).stream().filter(item -> item
				.getType() != ImagePlus.class).map(ModuleItem::getName).toList());
		}
		assertEquals(CORE, found);
	}

	@Test
	void namesCannotBeMistakenForEachOtherInAMacro() {
		for (final CommandInfo info : commands) {
			final List<String> names = inputs(info).stream().map(ModuleItem::getName)
				.toList();
			for (final String name : names) {
				assertTrue(name.matches("[a-z]+"), name);
				for (final String other : names) {
					assertTrue(name.equals(other) || !other.endsWith(name), name +
						" ends " + other);
				}
			}
		}
	}

	@Test
	void everyParameterIsExplainedAndHasADefault() {
		final var modules = context.service(ModuleService.class);
		for (final CommandInfo info : commands) {
			for (final ModuleItem<?> item : inputs(info)) {
				final String name = info.getTitle() + " " + item.getName();
				assertNotNull(item.getLabel(), name);
				assertTrue(item.getDescription().length() > 20, name);
				final Class<?> type = item.getType();
				if (type == File.class || type == ImagePlus.class) {
					assertFalse(item.isRequired(), name);
				}
				else {
					final Object value = modules.getDefaultValue(item);
					assertNotNull(value, name);
					assertTrue(item.getChoices() == null || item.getChoices().isEmpty() ||
						item.getChoices().contains(value), name);
				}
			}
			for (final ModuleItem<?> item : info.outputs()) {
				assertFalse(item.getDescription().isBlank(), item.getName());
			}
		}
	}

	@Test
	void nothingThatDecidesAResultIsRemembered() {
		for (final CommandInfo info : commands) {
			for (final ModuleItem<?> item : inputs(info)) {
				assertTrue(!item.isPersisted() || "device".equals(item.getName()), info
					.getTitle() + " " + item.getName());
			}
		}
	}

	/** In Fiji, a save dialog deletes an existing file as soon as it is chosen. */
	@Test
	void noFileIsChosenInASaveDialog() {
		for (final CommandInfo info : commands) {
			for (final ModuleItem<?> item : inputs(info)) {
				assertFalse(String.valueOf(item.getWidgetStyle()).contains("save"), item
					.getName());
			}
		}
	}

	@Test
	void plainImageJHasTheSameLabelsUnderTheSamePaths() throws IOException {
		final var expected = new LinkedHashMap<String, String>();
		for (final CommandInfo info : commands) {
			final String path = info.getMenuPath().getMenuString(false).replace(" > ",
				">");
			expected.put(path + ", \"" + info.getTitle() + "\"", info
				.getDelegateClassName());
		}
		assertEquals(new TreeMap<>(expected), new TreeMap<>(
			menuEntries()));
	}

	private static Map<String, String> menuEntries() throws IOException {
		final var entries = new LinkedHashMap<String, String>();
		final Pattern line = Pattern.compile(
			"(.+, \".+\"), io\\.github\\.janusfiji\\.host\\.Janus_Command\\(\"(.+)\"\\)");
		try (var in = CommandContractTest.class.getResourceAsStream(
			"/plugins.config"))
		{
			for (final String text : new String(in.readAllBytes(),
				StandardCharsets.UTF_8).split("\\R"))
			{
				if (text.startsWith("#") || text.isBlank()) continue;
				final Matcher m = line.matcher(text);
				assertTrue(m.matches(), text);
				entries.put(m.group(1), m.group(2));
			}
		}
		return entries;
	}
}
