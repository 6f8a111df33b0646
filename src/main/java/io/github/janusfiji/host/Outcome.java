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
import java.io.PrintStream;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.module.event.ModuleFinishedEvent;

/** Hears from SciJava how commands end, and tells it without a window. */
public final class Outcome {

	private final PrintStream out;
	private final PrintStream err;
	private int finished;
	private int failed;

	Outcome(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** @return exit code: 0 if something ran, and nothing failed */
	int code() {
		return failed == 0 && finished > 0 ? 0 : 1;
	}

	/** @return exit code of a macro, which need not run any command: 0 if nothing failed */
	int macroCode() {
		return failed == 0 ? 0 : 1;
	}

	/** @param event a command ran to its end */
	@EventHandler
	private void onEvent(final ModuleFinishedEvent event) {
		finished++;
		final Module module = event.getModule();
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			final Object value = module.getOutput(output.getName());
			if (value == null || value instanceof ImagePlus) continue;
			out.println(output.getName() + " = " + value);
		}
	}

	/** @param event a command could not do what it was asked */
	@EventHandler
	private void onEvent(final ModuleCanceledEvent event) {
		failed++;
		final String reason = event.getReason();
		err.println(reason == null || reason.isEmpty() ? event.getModule().getInfo()
			.getTitle() + " was cancelled." : reason);
	}

	/** @param event a command threw what it should not throw */
	@EventHandler
	private void onEvent(final ModuleErroredEvent event) {
		failed++;
		err.println(event.getModule().getInfo().getTitle() + " failed: " + event
			.getException());
	}
}
