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
