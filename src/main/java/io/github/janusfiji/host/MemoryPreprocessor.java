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

import ij.ImagePlus;
import ij.Macro;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/** Fills a dialog, just before it opens, with what was typed into it before. */
@Plugin(type = PreprocessorPlugin.class,
	priority = InputHarvester.PRIORITY + 1.5)
public final class MemoryPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (!JanusCommand.runs(module) || !isAsking(module)) return;
		final var memory = context.getService(CommandMemory.class);
		if (memory != null) memory.recall(module);
	}

	/** Asked of this thread, since a macro may run beside. */
	private boolean isAsking(final Module module) {
		return Macro.getOptions() == null && Hosts.of(context).interactive() &&
			isFresh(module);
	}

	/**
	 * @param module a run
	 * @return whether nobody, such as a script, has given anything but the image
	 */
	static boolean isFresh(final Module module) {
		return CommandInputs.of(module.getInfo()).stream().noneMatch(item -> item
			.getType() != ImagePlus.class && module.isInputResolved(item.getName()));
	}
}
