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
import ij.ImagePlus;
import ij.Macro;
import io.github.janusfiji.task.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Asks for a command's open parameters in plain ImageJ. Not a SciJava plugin:
 * in Fiji its own dialog does this.
 */
final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	private final Map<String, Object> answers = new LinkedHashMap<>();

	/** @param context SciJava's services */
	DialogPreprocessor(final Context context) {
		setContext(context);
	}

	/** @return what the user was asked, and the answers, in order */
	Map<String, Object> answers() {
		return answers;
	}

	@Override
	public void process(final Module module) {
		if (Macro.getOptions() != null) return;
		final List<ModuleItem<?>> open = CommandInputs.of(module.getInfo())
			.stream().filter(item -> !module.isInputResolved(item.getName()))
			.filter(InputDialog::canShow).toList();
		if (open.isEmpty()) return;
		final var inputs = new CommandInputs(module, context());
		final var given = InputDialog.ask(module, open, texts -> preview(module,
			inputs, texts));
		if (given.isEmpty()) {
			cancel("");
			return;
		}
		try {
			inputs.set(given.get());
			for (final ModuleItem<?> item : open) {
				final Object value = item.getValue(module);
				// As in Fiji, a macro works on the image that is active then.
				if (!(value instanceof ImagePlus)) answers.put(item.getName(), value);
			}
		}
		catch (final InputException e) {
			cancel(Labels.inDialog(e.getMessage(), module.getInfo()));
		}
	}

	/** As Fiji's dialog does; what is only half typed shows nothing new. */
	private static void preview(final Module module, final CommandInputs inputs,
		final Map<String, String> texts)
	{
		try {
			inputs.set(texts);
		}
		catch (final InputException e) {
			IJ.showStatus(e.getMessage());
			return;
		}
		module.preview();
	}
}
