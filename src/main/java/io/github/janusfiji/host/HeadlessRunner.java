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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/**
 * Runs commands and macros without a window, as SciJava's commands.
 *
 * @param out where results are written
 * @param err where progress and the reason of a failure are written
 */
public record HeadlessRunner(PrintStream out, PrintStream err) {

	private static final String USAGE = "Usage:\n" +
		"  --run \"Extract Faces...\" \"input='clip.mp4',output='faces.tif'\"\n" +
		"  --macro batch.ijm [argument]\n" +
		"  --list   the commands and their parameters";

	/**
	 * @param args the command line
	 * @return exit code: 0 if everything succeeded, 1 if something failed, 2 if
	 *         the command line is wrong
	 */
	public int run(final String... args) {
		System.setProperty("java.awt.headless", "true");
		final String level = System.getProperty("scijava.log.level", "");
		final Context context = ImageJContext.get();
		if (level.isEmpty()) context.service(LogService.class).setLevel(
			LogLevel.ERROR);
		final var outcome = new Outcome(out, err);
		context.inject(outcome);
		try {
			return switch (args.length == 0 ? "" : args[0]) {
				case "--run" -> command(context, args, outcome);
				case "--macro" -> macro(context, args, outcome);
				case "--list" -> list(context);
				default -> usage();
			};
		}
		catch (final IOException e) {
			err.println(e.getMessage());
			return 1;
		}
		finally {
			ImageJContext.dispose();
		}
	}

	private int usage() {
		err.println(USAGE);
		return 2;
	}

	private int list(final Context context) {
		for (final CommandInfo info : JanusCodeRunner.all(context.service(
			CommandService.class)))
		{
			out.println(info.getTitle() + "  " + String.join(", ", CommandInputs
				.names(info)));
		}
		return 0;
	}

	private int command(final Context context, final String[] args,
		final Outcome outcome) throws IOException
	{
		if (args.length < 2 || args.length > 3) return usage();
		final var commands = context.service(CommandService.class);
		if (JanusCodeRunner.find(commands, args[1]) == null) {
			throw new InputException("There is no command '" + args[1] +
				"'; there are: " + JanusCodeRunner.all(commands).stream().map(
					CommandInfo::getTitle).collect(Collectors.joining("', '", "'", "'.")));
		}
		final var runner = new JanusCodeRunner();
		context.inject(runner);
		try {
			runner.run(args[1], Map.copyOf(args.length == 2 ? Map.<String, Object> of()
				: ConsoleOptions.parse(args[2])));
		}
		catch (final InvocationTargetException e) {
			throw new IOException(args[1] + " failed: " + e.getCause(), e);
		}
		return outcome.code();
	}

	private int macro(final Context context, final String[] args,
		final Outcome outcome) throws IOException
	{
		if (args.length < 2 || args.length > 3) return usage();
		final Path file = Path.of(args[1]);
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no macro file " + file + ".");
		new HeadlessImageJ(JanusCodeRunner.all(context.service(
			CommandService.class))).run(Files.readString(file), args.length == 3
				? args[2] : "");
		return outcome.macroCode();
	}
}
