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
import java.util.List;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Asks for a command's open parameters in Janus's own dialog, in plain ImageJ and
 * in Fiji. Comes after everything else has had its say, and before SciJava's
 * dialog and file chooser, which find nothing open any more.
 */
@Plugin(type = PreprocessorPlugin.class,
	priority = InputHarvester.PRIORITY + 0.75)
public final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof JanusCommand command) || Macro
			.getOptions() != null || !Hosts.of(context).interactive()) return;
		final boolean fresh = MemoryPreprocessor.isFresh(module);
		final List<ModuleItem<?>> open = CommandInputs.of(module.getInfo())
			.stream().filter(item -> !module.isInputResolved(item.getName()) ||
				fresh && item.getType() == ImagePlus.class).toList();
		if (open.stream().allMatch(item -> module.isInputResolved(item.getName())))
			return;
		final var asked = new Asked(module, open, context);
		if (asked.again("")) command.asked(asked);
		else {
			asked.close();
			cancel("");
		}
	}
}
