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
import ij.WindowManager;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Hands out a command's results, in the same way in Fiji and in plain ImageJ:
 * images are shown and become the active image, in batch mode without a window;
 * numbers are one line in the log, which batch mode leaves out.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.EXTREMELY_HIGH)
public final class OutputsPostprocessor extends AbstractPostprocessorPlugin {

	/** The unit in a label such as {@code Seam (dE00)}. */
	private static final Pattern UNIT = Pattern.compile(".*\\(([^)]+)\\)");

	/** Digits that are told. */
	private static final int DIGITS = 4;

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (!JanusCommand.runs(module)) return;
		final boolean headless = GraphicsEnvironment.isHeadless();
		final var numbers = new ArrayList<String>();
		final var texts = new ArrayList<String>();
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (module.isOutputResolved(output.getName())) continue;
			final Object value = module.getOutput(output.getName());
			if (value instanceof ImagePlus image) {
				if (Hosts.of(context).shows() || IJ.isMacro()) show(image);
			}
			else if (value instanceof String text) texts.add(output.getName() + " = " +
				text);
			else if (value != null) numbers.add(told(output, value));
			if (!headless) module.resolveOutput(output.getName());
		}
		numbers.addAll(texts);
		if (!numbers.isEmpty() && !headless && !Interpreter.isBatchMode()) IJ.log(
			module.getInfo().getTitle().replace("...", "") + ": " + String.join(", ",
				numbers));
	}

	/**
	 * Fiji runs commands on threads of its own, but which image is active in batch
	 * mode ImageJ keeps for each thread: the macro's has to be told.
	 */
	private void show(final ImagePlus image) {
		if (image.getWindow() == null) image.show();
		if (!Interpreter.isBatchMode()) return;
		final Thread here = Thread.currentThread();
		for (final Thread asking : callers(here))
			WindowManager.setTempCurrentImage(asking, image);
	}

	private List<Thread> callers(final Thread here) {
		final var threads = context.getService(ThreadService.class);
		final var callers = new ArrayList<Thread>();
		for (Thread t = threads == null ? null : threads.getParent(here); t != null &&
			t != here && !callers.contains(t); t = threads.getParent(t)) callers.add(
				t);
		return callers;
	}

	private static String told(final ModuleItem<?> output, final Object value) {
		final String number = value instanceof Double d ? rounded(d) : value
			.toString();
		final Matcher unit = UNIT.matcher(String.valueOf(output.getLabel()));
		return output.getName() + " = " + number + (unit.matches() ? " " + unit
			.group(1) : "");
	}

	private static String rounded(final double value) {
		if (Double.isNaN(value) || Double.isInfinite(value) || value == Math.rint(
			value)) return String.valueOf(value).replaceFirst("\\.0$", "");
		return new java.math.BigDecimal(value).round(new java.math.MathContext(
			DIGITS)).stripTrailingZeros().toPlainString();
	}
}
