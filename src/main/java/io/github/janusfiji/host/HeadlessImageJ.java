package io.github.janusfiji.host;

import ij.IJ;
import ij.Menus;
import ij.macro.Interpreter;
import java.awt.HeadlessException;
import java.util.List;
import org.scijava.command.CommandInfo;

/**
 * ImageJ's macro language on a machine without a display. ImageJ builds its
 * menus before the first command; without a display that ends in an exception,
 * but its table of commands is there by then, empty. Janus's commands are put
 * into it, so that {@code run("Extract Faces...", …)} works; ImageJ's own menu
 * commands stay unknown, the functions of the macro language work.
 */
final class HeadlessImageJ {

	private HeadlessImageJ() {}

	/** @param commands what macros can run */
	@SuppressWarnings("unchecked")
	static void prepare(final List<CommandInfo> commands) {
		try {
			IJ.run("");
		}
		catch (final HeadlessException e) {
			// expected, see above; getCommands() below tells if it was not that
		}
		final var table = Menus.getCommands();
		for (final CommandInfo info : commands) {
			table.put(info.getTitle(), Janus_Command.class.getName() + "(\"" + info
				.getDelegateClassName() + "\")");
		}
	}

	/**
	 * @param macro text of the macro
	 * @param argument what its {@code getArgument()} returns
	 * @return whether it ran to its end
	 */
	static boolean run(final String macro, final String argument) {
		Interpreter.batchMode = true;
		return !"[aborted]".equals(IJ.runMacro(macro, argument));
	}
}
