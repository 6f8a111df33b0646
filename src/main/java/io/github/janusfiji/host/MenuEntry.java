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

import ij.IJ;
import ij.plugin.frame.Recorder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** Runs a command from ImageJ's menus, a macro or Fiji's search bar. */
final class MenuEntry {

	private MenuEntry() {}

	/** @param type the command's class name */
	static void run(final String type) {
		final Context fiji = fiji();
		if (fiji != null) runInFiji(fiji, type);
		else runHere(ImageJContext.get(), type);
	}

	/**
	 * Fiji's own context, which ImageJ hands out where imagej-legacy has patched
	 * it; elsewhere the same call would fail or make another context.
	 */
	private static Context fiji() {
		try {
			IJ.getClassLoader().loadClass(FijiHost.SERVICE);
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return null;
		}
		return (Context) IJ.runPlugIn("org.scijava.Context", "");
	}

	private static void runInFiji(final Context fiji, final String type) {
		try {
			fiji.service(CommandService.class).run(type, true).get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException e) {
			Notice.tell("Janus", "The command failed: " + e.getCause().getMessage());
		}
	}

	/** Runs on the calling thread, the only one that ImageJ tells the macro's options. */
	private static void runHere(final Context context, final String type) {
		final CommandInfo info = context.service(CommandService.class).getCommand(
			type);
		if (info == null) {
			Notice.tell("Janus", "The list of commands in Janus's jar does not name " +
				type + ": install the jar again.");
			return;
		}
		final Module module = context.service(ModuleService.class).createModule(
			info);
		new ModuleRunner(context, module, context.service(PluginService.class)
			.createInstancesOfType(PreprocessorPlugin.class), List.of()).run();
		if (((Cancelable) module).isCanceled()) {
			Recorder.disableCommandRecording();
			Notice.tell(info.getTitle().replace("...", ""), ((Cancelable) module)
				.getCancelReason());
			return;
		}
		final var outputs = new OutputsPostprocessor();
		context.inject(outputs);
		outputs.process(module);
		if (!IJ.isMacro() && module.getDelegateObject() instanceof JanusCommand c)
			record(c.answers());
	}

	/** Writes what Fiji's recorder would write. */
	private static void record(final Map<String, Object> answers) {
		if (!Recorder.record) return;
		Recorder.resetCommandOptions();
		answers.forEach((name, value) -> {
			if (value != null) Recorder.recordOption(name, escape(value.toString()));
		});
	}

	/** Escapes as a string of the macro language needs it, like Fiji does. */
	private static String escape(final String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n",
			"\\n").replace("\t", "\\t").replace("\r", "\\r");
	}
}
