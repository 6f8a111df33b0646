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

import ij.macro.Interpreter;

/** The program that a command runs in, as far as commands can tell. */
public sealed interface Host permits FijiHost, ImageJHost, ConsoleHost {

	/**
	 * @return whether there are windows, and somebody who may look at them: not in
	 *         batch mode
	 */
	boolean interactive();

	/** @return whether images can be handed out, in windows or in batch mode */
	default boolean shows() {
		return interactive() || Interpreter.isBatchMode();
	}

	/**
	 * Begins to report a job.
	 *
	 * @param title what the user started
	 * @return where the job reports to; to be closed when it ends
	 */
	HostProgress begin(String title);

	/**
	 * Tells what SciJava's own way of reporting would not tell, or would tell with
	 * a dialog that holds up a batch.
	 *
	 * @param title what the user started
	 * @param reason why it failed, one sentence
	 * @return the reason that SciJava is to show; empty if it is to show none
	 */
	String failed(String title, String reason);
}
