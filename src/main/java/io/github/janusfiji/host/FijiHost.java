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
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.service.Service;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** Fiji, with its task monitor; also without a display. */
record FijiHost(Context context) implements Host {

	/** The service by which Fiji makes ImageJ and SciJava one. */
	static final String SERVICE = "net.imagej.legacy.LegacyService";

	/** @return whether the context is that of a running Fiji */
	static boolean owns(final Context context) {
		for (final Service service : context.getServiceIndex()) {
			for (Class<?> c = service.getClass(); c != null; c = c.getSuperclass()) {
				if (c.getName().equals(SERVICE)) return true;
			}
		}
		return false;
	}

	@Override
	public boolean interactive() {
		return IJ.getInstance() != null && !GraphicsEnvironment.isHeadless() &&
			!Interpreter.isBatchMode();
	}

	@Override
	public HostProgress begin(final String title) {
		final var tasks = context.getService(TaskService.class);
		final HostProgress progress = tasks == null ? new StatusBarProgress()
			: new TaskProgress(tasks.createTask(title), context.getService(
				StatusService.class));
		if (interactive()) progress.watch(title);
		return progress;
	}

	@Override
	public String failed(final String title, final String reason) {
		if (GraphicsEnvironment.isHeadless()) {
			final var log = context.getService(LogService.class);
			if (log != null) log.error(title + ": " + reason);
			return reason;
		}
		if (!Interpreter.isBatchMode()) return reason;
		IJ.log(title + ": " + reason);
		return "";
	}

	/** Reports to Fiji's task monitor and its status bar. */
	private static final class TaskProgress extends HostProgress {

		private final Task task;
		private final StatusService status;

		TaskProgress(final Task task, final StatusService status) {
			this.task = task;
			this.status = status;
			task.setCancelCallBack(this::stop);
			task.start();
			IJ.resetEscape();
		}

		@Override
		void show(final String text, final long amount, final long of) {
			task.setProgressMaximum(of);
			task.setProgressValue(amount);
			task.setStatusMessage(text);
			if (status != null) status.showStatus((int) Math.min(amount,
				Integer.MAX_VALUE), (int) Math.min(of, Integer.MAX_VALUE), text);
		}

		@Override
		boolean stopRequested() {
			return task.isCanceled() || IJ.escapePressed();
		}

		@Override
		void end() {
			task.finish();
			if (status != null) status.clearStatus();
		}
	}
}
