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
package io.github.janusfiji.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Macro;
import ij.process.ColorProcessor;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;

/** A command's life in SciJava, without any dialog. */
class CommandRunTest {

	private static Context context;

	private String threadName;

	@BeforeAll
	static void start() {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void end() {
		context.service(PrefService.class).clear(ProbeCommand.class);
		context.dispose();
	}

	/** ImageJ tells options only to threads named like those of its macros. */
	@BeforeEach
	void bePartOfAMacro() {
		threadName = Thread.currentThread().getName();
		Thread.currentThread().setName("Run$_test");
	}

	@AfterEach
	void leaveTheMacro() {
		Macro.setOptions(null);
		Thread.currentThread().setName(threadName);
	}

	private static CommandModule run(final Map<String, Object> given) {
		final var info = context.service(CommandService.class).getCommand(
			ProbeCommand.class);
		final var module = (CommandModule) context.service(ModuleService.class)
			.createModule(info);
		given.forEach((name, value) -> {
			module.setInput(name, value);
			module.resolveInput(name);
		});
		new ModuleRunner(context, module, context.service(PluginService.class)
			.createInstancesOfType(PreprocessorPlugin.class), List.of()).run();
		return module;
	}

	private static CommandModule macro(final String options) {
		Macro.setOptions(options);
		return run(Map.of());
	}

	@Test
	void aMacroGetsDeclaredDefaultsNotTheLastSessions() {
		context.service(PrefService.class).put(ProbeCommand.class, "remembered",
			"yesterday");
		assertEquals("x.mp4 null 5 false 0.25 declared", macro("input=x.mp4")
			.getOutput("seen"));
	}

	@Test
	void aMacroMayNameEverything() {
		assertEquals("/a b/size=3 c.mp4 null 7 true 0.5 no", macro(
			"input=[/a b/size=3 c.mp4] size=7 mirror rate=0.5 remembered=no")
				.getOutput("seen"));
		assertEquals("null null 5 true 0.25 declared", macro("mirror=true")
			.getOutput("seen"));
		assertEquals("null null 5 false 0.25 declared", macro("mirror=false")
			.getOutput("seen"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"sise=3 | no parameter 'sise'; it has: input, image, size", //
		"size=10 | 'size' must be at most 9, not 10", //
		"size=0 | 'size' must be at least 1, not 0", //
		"size=big | 'size' takes a whole number, not 'big'", //
		"size= | 'size' takes a whole number, not ''", //
		"rate=fast | 'rate' takes a number, not 'fast'", //
		"mode=odd | 'mode' must be one of plain, user", //
		"mirror=maybe | 'mirror' takes true or false, not 'maybe'", //
		"image=nowhere | No image named 'nowhere' is open", //
		"input=[a b | not closed", //
		"mode=user | The probe is not there.", //
		"mode=stop | Probe was stopped by the user", //
		"mode=memory | Probe ran out of memory", //
		"mode=jar | needs the jar javacv, which is missing", //
		"mode=fault | a fault in Janus (java.lang.IllegalStateException: odd)" })
	void everyFailureIsOneSentence(final String options,
		final String sentence)
	{
		final CommandModule module = macro(options);
		assertTrue(module.isCanceled());
		assertNull(module.getOutput("seen"));
		assertTrue(module.getCancelReason().contains(sentence), module
			.getCancelReason());
		assertFalse(module.getCancelReason().contains("\n"));
	}

	@Test
	void aScriptsOwnParametersAreNotTakenForTheMacros() {
		Macro.setOptions("folder=/data");
		final CommandModule module = run(Map.of("remembered", "script", "input",
			new File("y.mp4")));
		assertTrue(String.valueOf(module.getOutput("seen")).startsWith("y.mp4"),
			module.getCancelReason());
	}

	@Test
	void javaMayGiveAnImage() {
		final var image = new ImagePlus("face", new ColorProcessor(2, 2));
		assertTrue(run(Map.of("image", image)).getOutput("seen").toString()
			.startsWith("null face"));
	}
}
