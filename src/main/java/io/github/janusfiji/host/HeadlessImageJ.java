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

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.macro.Interpreter;
import io.github.janusfiji.task.InputException;
import java.awt.HeadlessException;
import java.util.Hashtable;
import java.util.List;
import org.scijava.command.CommandInfo;

/**
 * ImageJ's macro language on a machine without a display. ImageJ builds its
 * menus before the first command; without a display that ends in an exception,
 * but its table of commands is there by then, empty. Janus's commands are put
 * into it, so that {@code run("Extract Faces...", …)} works. The functions of
 * the macro language work; the commands of ImageJ's own menus are not known.
 */
final class HeadlessImageJ implements CommandListener {

	private final Hashtable<Object, Object> table;
	private String unknown;

	/** @param commands what macros can run */
	@SuppressWarnings("unchecked")
	HeadlessImageJ(final List<CommandInfo> commands) {
		if (Menus.getCommands() == null) buildTable();
		table = Menus.getCommands();
		for (final CommandInfo info : commands) {
			table.put(info.getTitle(), Janus_Command.class.getName() + "(\"" + info
				.getDelegateClassName() + "\")");
		}
	}

	private static void buildTable() {
		try {
			IJ.run("");
		}
		catch (final HeadlessException e) {
			if (Menus.getCommands() == null) throw e;
		}
	}

	/**
	 * @param macro text of the macro
	 * @param argument what its {@code getArgument()} returns
	 * @throws InputException if it is stopped by a mistake in it, by its own
	 *           {@code exit}, or by a command of ImageJ's menus
	 */
	void run(final String macro, final String argument) throws InputException {
		final var interpreter = new Interpreter();
		Executer.addCommandListener(this);
		try {
			interpreter.run(macro, argument);
		}
		catch (final HeadlessException e) {
			// ImageJ was about to show the mistake in a window
			throw new InputException("The macro stopped in line " + interpreter
				.getLineNumber() + ": " + interpreter.getErrorMessage() + ".", e);
		}
		catch (final RuntimeException e) {
			if (unknown != null) throw new InputException("The macro's command '" +
				unknown +
				"' is not one of Janus's, and others need ImageJ's window.", e);
			throw new InputException(Macro.MACRO_CANCELED.equals(e.getMessage())
				? "The macro stopped itself." : "The macro was stopped: " + e, e);
		}
		finally {
			Executer.removeCommandListener(this);
		}
		if (interpreter.wasError()) throw new InputException(
			"The macro stopped in line " + interpreter.getLineNumber() + ".");
	}

	@Override
	public String commandExecuting(final String command) {
		if (table.containsKey(command)) return command;
		unknown = command;
		throw new IllegalStateException(command);
	}
}
