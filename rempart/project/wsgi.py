"""Where the server enters."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rempart.project.settings")
application = get_wsgi_application()

# What is loaded by now stays as long as the process: no collection need go through it again. And a page of
# a large programme makes 100,000 objects that go by themselves: looking for cycles after every 700 took a third
# of its time.
gc.freeze()
gc.set_threshold(50_000)
