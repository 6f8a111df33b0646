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
		return IJ.getInstance() != null && !GraphicsEnvironment.isHeadless();
	}

	@Override
	public HostProgress begin(final String title) {
		final var tasks = context.getService(TaskService.class);
		return tasks == null ? new StatusBarProgress() : new TaskProgress(tasks
			.createTask(title), context.getService(StatusService.class));
	}

	@Override
	public String failed(final String title, final String reason) {
		if (!interactive()) {
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
		public void close() {
			task.finish();
			if (status != null) status.clearStatus();
		}
	}
}
