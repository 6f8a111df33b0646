package io.github.janusfiji.host;

import ij.Macro;
import io.github.janusfiji.task.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Asks for a command's open parameters in plain ImageJ. Not a SciJava plugin:
 * in Fiji its own dialog does this.
 */
final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	private final Map<String, Object> answers = new LinkedHashMap<>();

	/** @param context SciJava's services */
	DialogPreprocessor(final Context context) {
		setContext(context);
	}

	/** @return what the user was asked, and the answers, in order */
	Map<String, Object> answers() {
		return answers;
	}

	@Override
	public void process(final Module module) {
		if (Macro.getOptions() != null) return;
		final List<ModuleItem<?>> open = CommandInputs.of(module.getInfo())
			.stream().filter(item -> !module.isInputResolved(item.getName()))
			.filter(InputDialog::canShow).toList();
		if (open.isEmpty()) return;
		final var given = InputDialog.ask(module, open);
		if (given.isEmpty()) {
			cancel("");
			return;
		}
		try {
			new CommandInputs(module, context()).set(given.get());
			for (final ModuleItem<?> item : open) {
				answers.put(item.getName(), item.getValue(module));
			}
		}
		catch (final InputException e) {
			cancel(e.getMessage());
		}
	}
}
