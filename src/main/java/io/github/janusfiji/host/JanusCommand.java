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
import ij.Macro;
import io.github.janusfiji.task.Notices;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Shutdown;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import org.scijava.MenuPath;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.plugin.Plugin;

/**
 * Base of Janus's commands. Does for all of them what is not their subject:
 * progress, the user's wish to stop, and telling a failure in one sentence.
 * Subclasses declare parameters and call one façade.
 * <p>
 * Parameter names are the macro API: lower case, without underscores, and none
 * the end of another, because ImageJ's macro language finds a name by searching
 * the text of all options for it.
 * </p>
 */
public abstract class JanusCommand extends ContextCommand {

	private Asked asked;

	/**
	 * @param module a run of a command
	 * @return whether the command is one of Janus
	 */
	static boolean runs(final Module module) {
		return module.getDelegateObject() instanceof JanusCommand;
	}

	/**
	 * Does the work.
	 *
	 * @param host the program around, for commands that show something
	 * @param progress told how far the work is, and asked whether to stop
	 * @throws IOException if something the user gave cannot be used; the message
	 *           is one sentence for the user
	 * @throws CancellationException if the user asked to stop
	 */
	protected abstract void execute(Host host, Progress progress)
		throws IOException;

	@Override
	public final void run() {
		final Host host = Hosts.of(context());
		Notices.tell(sentence -> IJ.log(title() + ": " + sentence));
		try {
			Optional<Failure> failure = attempt(host);
			while (failure.isPresent() && asked != null && failure.get().curable()) {
				final String reason = inDialog(failure.get().reason());
				if (!asked.again(reason)) {
					cancel("");
					return;
				}
				failure = attempt(host);
			}
			failure.map(Failure::reason).ifPresent(reason -> cancel(host.failed(
				title(), host.interactive() && Macro.getOptions() == null ? inDialog(
					reason) : reason)));
		}
		finally {
			if (asked != null) asked.close();
		}
	}

	private Optional<Failure> attempt(final Host host) {
		// Closed first, so that the end of the program waits for the work alone.
		try (HostProgress progress = host.begin(title()); var work = Shutdown
			.begin(progress::isCancelled))
		{
			execute(host, progress);
			return Optional.empty();
		}
		catch (final CancellationException e) {
			return Optional.of(new Failure(title() +
				" was stopped by the user before it was done.", false));
		}
		catch (final IOException | RuntimeException | LinkageError
				| ServiceConfigurationError | OutOfMemoryError e)
		{
			final LogService log = context().service(LogService.class);
			if (Failure.isFault(e)) log.error(title(), e);
			else log.debug(title(), e);
			return Optional.of(Failure.of(e, title()));
		}
	}

	/** @param dialog that gave the parameters, and may be asked again */
	final void asked(final Asked dialog) {
		asked = dialog;
	}

	/** @return what the user was asked, and the answers, in order */
	final Map<String, Object> answers() {
		return asked == null ? Map.of() : asked.answers();
	}

	/**
	 * @param thrown by the work on one of several clips
	 * @return why it failed, in one sentence
	 */
	public final String sentence(final Throwable thrown) {
		final LogService log = context().service(LogService.class);
		if (Failure.isFault(thrown)) log.error(title(), thrown);
		else log.debug(title(), thrown);
		return Failure.of(thrown, title()).reason();
	}

	/** @return the command's name for people: its menu item without the dots */
	public final String title() {
		return label(getClass()).replace("...", "");
	}

	/**
	 * @param command a command's class
	 * @return the label of its menu item, by which macros call it
	 */
	public static String label(final Class<?> command) {
		final var menu = new MenuPath(command.getAnnotation(Plugin.class)
			.menuPath());
		return menu.getLeaf().getName();
	}

	private String inDialog(final String reason) {
		return Labels.inDialog(reason, context().service(CommandService.class)
			.getCommand(getClass().getName()));
	}
}
