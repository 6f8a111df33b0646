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

import ij.Macro;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Sets the parameters of Janus's commands when a macro runs: those that it
 * names to its values, all others to their declared defaults. Without this Fiji
 * would take values from an earlier session, and open a dialog in the middle of
 * the macro. The same happens without a display, where nobody could be asked.
 * <p>
 * Comes before SciJava loads the values of the last session and before any
 * dialog.
 * </p>
 */
@Plugin(type = PreprocessorPlugin.class,
	priority = InputHarvester.PRIORITY + 2)
public final class MacroInputsPreprocessor extends
	AbstractPreprocessorPlugin
{

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (!JanusCommand.runs(module)) return;
		final var inputs = new CommandInputs(module, context);
		final String text = Macro.getOptions();
		try {
			if (text != null && !text.isBlank()) {
				final Map<String, String> options = MacroOptions.parse(text);
				if (!areForOther(options, module)) {
					inputs.set(options);
					inputs.setDefaults(options.keySet());
					return;
				}
			}
			// Where nobody can be asked SciJava would open a chooser all the same.
			if (!Hosts.of(context).interactive()) inputs.setDefaults(resolved(module));
		}
		catch (final InputException e) {
			cancel(Hosts.of(context).failed(module.getInfo().getTitle().replace("...",
				""), e.getMessage()));
		}
	}

	/**
	 * A macro may run a script, and the script this command: the options are the
	 * script's then. It has set parameters itself, and none of the options is
	 * one.
	 */
	private static boolean areForOther(final Map<String, String> options,
		final Module module)
	{
		final List<String> names = CommandInputs.names(module.getInfo());
		return options.keySet().stream().noneMatch(names::contains) && resolved(
			module).stream().anyMatch(name -> module.getInput(
				name) instanceof String || module.getInput(
					name) instanceof File);
	}

	private static Set<String> resolved(final Module module) {
		final var names = new HashSet<String>(CommandInputs.names(module
			.getInfo()));
		names.removeIf(name -> !module.isInputResolved(name));
		return names;
	}
}
