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
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Notices;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Shutdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import org.scijava.MenuPath;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
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
		final Host host = Host.of(context());
		Notices.tell(sentence -> IJ.log(title() + ": " + sentence));
		// Closed first, so that the end of the program waits for the work alone.
		try (HostProgress progress = host.begin(title()); var work = Shutdown
			.begin(progress::isCancelled))
		{
			execute(host, progress);
		}
		catch (final CancellationException e) {
			fail(host, title() + " was stopped by the user before it was done.", e);
		}
		catch (final IOException e) {
			fail(host, sentence(e), e);
		}
		catch (final UncheckedIOException e) {
			fail(host, sentence(e.getCause()), e);
		}
		catch (final InvalidPathException e) {
			fail(host, "This system's language setting cannot name the file '" + e
				.getInput() + "' (encoding " + System.getProperty("sun.jnu.encoding") +
				"): start Java under a UTF-8 locale, such as LC_ALL=C.UTF-8, or rename" +
				" the file.", e);
		}
		catch (final OutOfMemoryError e) {
			fail(host, title() + " ran out of memory: give Java more (in ImageJ:" +
				" Edit > Options > Memory & Threads..., else java -Xmx), or take" +
				" smaller faces or a smaller batch.", e);
		}
		catch (final LinkageError | ServiceConfigurationError e) {
			fail(host, MissingJar.sentence(e), e);
		}
		catch (final RuntimeException e) {
			context().service(LogService.class).error(title(), e);
			fail(host, title() + " failed because of a fault in Janus (" + e +
				"): please report it with the text in the log.", e);
		}
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

	private static String sentence(final IOException e) {
		if (e instanceof InputException || e.getMessage() != null && e.getMessage()
			.contains(" ")) return e.getMessage();
		final String what = e.getClass().getSimpleName().replace("Exception", "");
		return "A file could not be read or written (" + what + ": " + e
			.getMessage() + ").";
	}

	private void fail(final Host host, final String reason, final Throwable why) {
		context().service(LogService.class).debug(title(), why);
		cancel(host.failed(title(), host.interactive() && Macro
			.getOptions() == null ? Labels
			.inDialog(reason, context().service(CommandService.class).getCommand(
				getClass().getName())) : reason));
	}
}
