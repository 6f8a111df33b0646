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
import ij.plugin.frame.Recorder;
import io.github.janusfiji.dialog.Advice;
import io.github.janusfiji.dialog.DialogQuestion;
import io.github.janusfiji.dialog.InputDialog;
import io.github.janusfiji.task.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The dialog that gave a command its parameters. */
final class Asked implements AutoCloseable {

	private final Module module;
	private final List<ModuleItem<?>> items;
	private final CommandInputs inputs;
	private final InputDialog dialog;

	/**
	 * @param module the run, with the values to begin with
	 * @param items what to ask for
	 * @param context SciJava's services
	 */
	Asked(final Module module, final List<ModuleItem<?>> items,
		final Context context)
	{
		this.module = module;
		this.items = items;
		inputs = new CommandInputs(module, context);
		final var begin = new LinkedHashMap<String, String>();
		final var usual = new LinkedHashMap<String, String>();
		for (final ModuleItem<?> item : items) {
			begin.put(item.getName(), text(module.getInput(item.getName())));
			usual.put(item.getName(), text(inputs.declared(item)));
		}
		final Advice.Giver adviser = module.getDelegateObject() instanceof Advice.Giver g
			? g : entered -> Advice.NONE;
		dialog = new InputDialog(new DialogQuestion(module.getInfo(), items,
			begin, usual, adviser, this::preview, module::cancel), this::take);
	}

	/** As the dialog shows it: images by their ID, since titles may be alike. */
	private static String text(final Object value) {
		if (value instanceof ImagePlus image) return String.valueOf(image.getID());
		final String text = value == null ? "" : value.toString();
		return value instanceof Double ? text.replaceFirst("\\.0$", "") : text;
	}

	/**
	 * Asks, or asks again.
	 *
	 * @param sentence what kept the command from its work; empty at first
	 * @return whether the parameters are set; else the user has cancelled
	 */
	boolean again(final String sentence) {
		final boolean answered = dialog.ask(sentence);
		// At once, since Fiji hears of the end only when its recorder has written.
		if (!answered && Recorder.record) Recorder.disableCommandRecording();
		return answered;
	}

	private void take(final Map<String, String> entered) throws InputException {
		try {
			inputs.set(entered);
		}
		catch (final InputException e) {
			throw new InputException(Labels.inDialog(e.getMessage(), module
				.getInfo()), e);
		}
	}

	/** What is only half typed shows nothing new. */
	private void preview(final Map<String, String> entered) {
		try {
			inputs.set(entered);
		}
		catch (final InputException e) {
			IJ.showStatus(Labels.inDialog(e.getMessage(), module.getInfo()));
			return;
		}
		module.preview();
	}

	/**
	 * @return what was asked and answered, in order; without images, since a macro
	 *         works on the image that is active then
	 */
	Map<String, Object> answers() {
		final var answers = new LinkedHashMap<String, Object>();
		for (final ModuleItem<?> item : items)
			if (item.getType() != ImagePlus.class) answers.put(item.getName(), module
				.getInput(item.getName()));
		return answers;
	}

	@Override
	public void close() {
		dialog.close();
	}
}
