<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Every process is in one namespace of each of the eight kinds. Processes with the same number share that part of the machine; another number is another view of it.</source>
        <translation>每个进程在八种命名空间中都各属于一个。编号相同的进程共享机器的这一部分；编号不同，看到的就不同。</translation>
    </message>
    <message>
        <source>Namespaces change what a process sees, not how much it may use: memory, processor time and the number of processes are limited by control groups, and system calls by seccomp. The kernel itself stays one and the same for all.</source>
        <translation>命名空间改变进程能看到什么，而不是能用多少：内存、处理器时间和进程数由控制组限制，系统调用由 seccomp 限制。内核本身始终是同一个，由所有进程共用。</translation>
    </message>
    <message>
        <source>The kernel&apos;s name, release and version stay the machine&apos;s own: they are shown by uname as well, but are not isolated. Nor is the name by which others reach the machine, which is a matter of the network.</source>
        <translation>内核的名称、发行版和版本仍是这台机器自己的：uname 也会显示它们，但它们不被隔离。别人在网络上用来找到这台机器的名称也不被隔离，那是网络的事。</translation>
    </message>
    <message>
        <source>Pipes, sockets, signals and memory that is shared through files are not isolated by it. What /dev/mqueue and /proc show is that of the namespace in which they were mounted.</source>
        <translation>管道、套接字、信号以及通过文件共享的内存不受它隔离。/dev/mqueue 和 /proc 显示的是挂载它们时所在命名空间的内容。</translation>
    </message>
    <message>
        <source>From outside the processes inside stay visible, under other numbers, and can be sent signals. A /proc that was mounted outside still shows the processes outside, until a new one is mounted. Users and their rights are not isolated by it.</source>
        <translation>从外部仍能以其他编号看到内部的进程，也能向它们发送信号。在外部挂载的 /proc 仍显示外部的进程，直到挂载新的 /proc 为止。它不隔离用户及其权限。</translation>
    </message>
    <message>
        <source>The files themselves are not copied: what is changed in a file system that both sides mount is changed for both. Mounts that are shared still pass from one side to the other; only private ones stay where they are made.</source>
        <translation>文件本身不会被复制：两边都挂载的文件系统中若有更改，对两边都有效。共享的挂载仍会从一边传到另一边；只有私有的挂载才留在创建它的那一边。</translation>
    </message>
    <message>
        <source>Capabilities inside count only for what this user namespace owns. Files and processes outside are still judged by the IDs outside, and an ID that is not mapped shows as nobody (65534).</source>
        <translation>内部的权能只对此用户命名空间所拥有的东西有效。外部的文件和进程仍按外部的 ID 判断，未映射的 ID 显示为 nobody (65534)。</translation>
    </message>
    <message>
        <source>A new one has nothing but a loopback that is down: it reaches nobody until an interface is moved or made in it. Sockets that have a file as their name are found through the file system, and are not isolated by it.</source>
        <translation>新的网络命名空间只有一个未启用的环回接口：在其中移入或创建接口之前，它无法与任何一方通信。以文件为名的套接字通过文件系统找到，不受它隔离。</translation>
    </message>
    <message>
        <source>It hides the path, and limits nothing: the limits are those of the control group in which the process is. A /sys/fs/cgroup that was mounted outside still shows the whole tree.</source>
        <translation>它隐藏路径，但不限制任何东西：限制仍是进程所在控制组的限制。在外部挂载的 /sys/fs/cgroup 仍显示整棵树。</translation>
    </message>
    <message>
        <source>Only the clocks since boot (monotonic and boottime) are shifted. The time of day is the same for all. The offsets can be set only before the first process is in it.</source>
        <translation>只有自启动以来的时钟（monotonic 和 boottime）会偏移。所有进程的日期和时间都相同。只有在第一个进程进入之前才能设置偏移。</translation>
    </message>
    <message>
        <source>Since Linux %1 (%2).</source>
        <translation>自 Linux %1 起 (%2)。</translation>
    </message>
    <message>
        <source>From Linux %1 (%2) to Linux %3 (%4).</source>
        <translation>从 Linux %1 (%2) 到 Linux %3 (%4)。</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>%1, limit</source>
        <translation>%1，上限</translation>
    </message>
    <message>
        <source>%1 %2: received</source>
        <comment>side, interface</comment>
        <translation>%1 %2：接收</translation>
    </message>
    <message>
        <source>%1 %2: sent</source>
        <comment>side, interface</comment>
        <translation>%1 %2：发送</translation>
    </message>
    <message>
        <source>%1: %2 at last, from %3 to %4.</source>
        <comment>series, numbers</comment>
        <translation>%1：最后为 %2，范围 %3 到 %4。</translation>
    </message>
    <message>
        <source>There are no numbers yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>No step has been made yet.</source>
        <translation>尚未执行任何步骤。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>part, time</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Step %1, %2, took longest: %3.</source>
        <translation>步骤 %1（%2）用时最长：%3。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>“%1” has no option “%2”.</source>
        <translation>“%1”没有选项“%2”。</translation>
    </message>
    <message>
        <source>“%1” needs the name of a file.</source>
        <translation>“%1”需要一个文件名。</translation>
    </message>
    <message>
        <source>“%1” needs a FILE; “-” is standard input.</source>
        <translation>“%1”需要 FILE；“-”表示标准输入。</translation>
    </message>
    <message>
        <source>“%1” takes no “%2” here. A command for the container stands after “--”.</source>
        <translation>“%1”在此处不接受“%2”。容器要运行的命令写在“--”之后。</translation>
    </message>
    <message>
        <source>“%1” takes no command.</source>
        <translation>“%1”不接受命令。</translation>
    </message>
    <message>
        <source>“%1” is no process number.</source>
        <translation>“%1”不是进程号。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>There is no command “%1”, and no such file.</source>
        <translation>没有命令“%1”，也没有这个名字的文件。</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Usage: nsworkbench plan FILE

Shows what “run” would do, without doing it: every step with the side that makes it, the system call,
a sentence that explains it; the same as a shell command; what was found about the configuration on
this machine; and the rights it needs, and why.

Options:
  --json    print the plan as one JSON object: container, steps, findings, privilege

Exit status: 0, or 2 where the configuration can&apos;t be run; the reasons stand on standard error.
</source>
        <translation>用法：nsworkbench plan FILE

显示“run”会做什么，但并不去做：每个步骤由哪一侧执行、是哪个系统调用、一句解释它的话；等价的 shell
命令；在这台机器上对该配置得出的结论；以及它需要的权限和原因。

选项：
  --json    将计划输出为一个 JSON 对象：container、steps、findings、privilege

退出状态：0；配置无法运行时为 2，原因写在标准错误上。
</translation>
    </message>
    <message>
        <source>Usage: nsworkbench tour

Makes a container with all eight namespaces, tells each step as it is made, lays what is seen inside
and outside side by side, and keeps a picture of the window that shows the same.

Options:
  --picture FILE    where the picture goes; else ./nsworkbench-tour.png, or the directory for
                    temporary files where that can&apos;t be written
  --json            print one event per line as “run” does, and at last
                    {&quot;event&quot;:&quot;picture&quot;,&quot;path&quot;:…}

Exit status: 0; 1 where the container can&apos;t be made on this machine, with the reason.
</source>
        <translation>用法：nsworkbench tour

创建包含全部八种命名空间的容器，讲述创建过程中的每个步骤，把在内部和外部看到的内容并列显示，
并保存一张显示同样内容的窗口图片。

选项：
  --picture FILE    图片保存的位置；默认为 ./nsworkbench-tour.png，那里不可写时则为临时文件
                    目录
  --json            与“run”一样每行输出一个事件，最后输出
                    {&quot;event&quot;:&quot;picture&quot;,&quot;path&quot;:…}

退出状态：0；在这台机器上无法创建容器时为 1，并说明原因。
</translation>
    </message>
    <message>
        <source>There is no process %1.</source>
        <translation>没有进程 %1。</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>It runs as you, without an administrator.</source>
        <translation>以您的身份运行，不需要管理员。</translation>
    </message>
    <message>
        <source>It needs an administrator.</source>
        <translation>需要管理员。</translation>
    </message>
    <message>
        <source>You are one.</source>
        <translation>您就是管理员。</translation>
    </message>
    <message>
        <source>Plan for “%1”</source>
        <translation>“%1”的计划</translation>
    </message>
    <message>
        <source>As a shell command</source>
        <translation>等价的 shell 命令</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>isolated</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, the same on both sides</source>
        <translation>
            <numerusform>… 还有 %n 行，两侧相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, outside only</source>
        <translation>
            <numerusform>… 还有 %n 行，仅外部有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture of the window could not be saved.</source>
        <translation>无法保存窗口的图片。</translation>
    </message>
    <message>
        <source>A picture of the window: %1</source>
        <translation>窗口的图片：%1</translation>
    </message>
    <message>
        <source>A container with all eight namespaces, step by step</source>
        <translation>包含全部八种命名空间的容器，逐步进行</translation>
    </message>
    <message>
        <source>“Outside” is this machine as it is, “inside” is the container “%1”. Each step is one system call; behind it is what it returned and how long it took.</source>
        <translation>“外部”是这台机器的现状，“内部”是容器“%1”。每一步是一个系统调用，其后是它的返回值和所用的时间。</translation>
    </message>
    <message>
        <source>“nsworkbench --help” tells more.</source>
        <translation>“nsworkbench --help”提供更多说明。</translation>
    </message>
    <message>
        <source>“%1” needs the name of a form.</source>
        <translation>“%1”需要一种形式的名称。</translation>
    </message>
    <message>
        <source>“import” needs a FILE, or a command after “--”.</source>
        <translation>“import”需要 FILE，或在“--”之后给出命令。</translation>
    </message>
    <message>
        <source>“export” needs “--as” and one of these: %1.</source>
        <translation>“export”需要“--as”以及以下之一：%1。</translation>
    </message>
    <message>
        <source>“%1” was not written: %2</source>
        <translation>“%1”未能写入：%2</translation>
    </message>
    <message>
        <source>Usage: nsworkbench export --as FORM FILE

Writes the configuration in FILE in the form of others. What the form can&apos;t express, and what is
different in it, stands on standard error, with the place in the configuration.

Forms:
  sh        a shell script with unshare, nsenter, mount and ip
  c         a program of C, for the C library of Linux: one commented call for each step
  go        a program of Go, for its standard library
  oci       a config.json for crun, runc and the like, beside an empty directory “rootfs”
  bwrap     a command of bubblewrap
  nspawn    a command of systemd-nspawn

Options:
  -o, --output OUT    write to a file, which can be run where it is a script
  --json              print {&quot;text&quot;: …, &quot;findings&quot;: […]}

Exit status: 0; 2 where the configuration is wrong; 1 where OUT can&apos;t be written.
</source>
        <translation>用法：nsworkbench export --as FORM FILE

把 FILE 中的配置写成他人使用的形式。该形式无法表达或有所不同之处连同在配置中的位置写到标准错误。

形式：
  sh        使用 unshare、nsenter、mount 和 ip 的 shell 脚本
  c         C 程序，只需 Linux 的 C 库：每个步骤一个带注释的调用
  go        Go 程序，只需标准库
  oci       供 crun、runc 等使用的 config.json，旁边要有空目录“rootfs”
  bwrap     bubblewrap 命令
  nspawn    systemd-nspawn 命令

选项：
  -o, --output OUT    写入文件；若是脚本则可直接运行
  --json              输出 {&quot;text&quot;: …, &quot;findings&quot;: […]}

退出状态：0；配置有误时为 2；无法写入 OUT 时为 1。
</translation>
    </message>
    <message>
        <source>Usage: nsworkbench import FILE
       nsworkbench import -- unshare OPTIONS COMMAND…

Prints a configuration made out of FILE, which is a config.json of the OCI runtime specification, or
the text of an unshare command; or out of the command after “--”. What is not carried over stands on
standard error, with its place.

Options:
  -o, --output OUT    write to a file
  --json              print {&quot;configuration&quot;: …, &quot;findings&quot;: […]}

Exit status: 0; 2 where it can&apos;t be read, with the reason; 1 where OUT can&apos;t be written.
</source>
        <translation>用法：nsworkbench import FILE
       nsworkbench import -- unshare OPTIONS COMMAND…

由 FILE 生成配置并输出；FILE 是 OCI 运行时规范的 config.json，或 unshare 命令的文本；也可由“--”之后的命令生成。
未被导入的内容连同其位置写到标准错误。

选项：
  -o, --output OUT    写入文件
  --json              输出 {&quot;configuration&quot;: …, &quot;findings&quot;: […]}

退出状态：0；无法读取时为 2，并说明原因；无法写入 OUT 时为 1。
</translation>
    </message>
    <message>
        <source>“%1” is no speed; right would be a number from %2 to %3.</source>
        <translation>“%1”不是速度；正确的是 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>“%1” needs a machine, such as ssh://user@host.</source>
        <translation>“%1”需要一台机器，例如 ssh://user@host。</translation>
    </message>
    <message>
        <source>“--save-expectation” needs a FILE that can be written, and its own command.</source>
        <translation>“--save-expectation”需要一个可写的 FILE，并使用文件自己的命令。</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <source>not as expected</source>
        <translation>不符合预期</translation>
    </message>
    <message>
        <source>it ran, and nothing was expected of it</source>
        <translation>已运行，但没有保存过预期</translation>
    </message>
    <message>
        <source>it could not be run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>It needs an administrator, and is checked as root only.</source>
        <translation>它需要管理员，只有以 root 身份才检查。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and outcome</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Namespace Workbench: see, make and understand Linux namespaces.

Usage:
  nsworkbench [FILE]                    open the window, with a configuration or a recording
  nsworkbench run FILE [-- COMMAND…]    make the container of a configuration and run its command
  nsworkbench plan FILE                 show the steps, and do nothing
  nsworkbench inspect [PID]             show what this process, or another, sees of the machine
  nsworkbench export --as FORM FILE     write it as sh, c, go, oci, bwrap or nspawn
  nsworkbench import FILE               make a configuration out of what others wrote
  nsworkbench tour                      make a container with all eight namespaces and look at it
  nsworkbench replay FILE               tell a recorded session again
  nsworkbench check FILE…               run configurations and compare with what they expect
  nsworkbench library                   list the configurations that come with the program
  nsworkbench help [COMMAND]            explain a command

Options:
  --json        print JSON instead of text (all commands but help)
  --host ssh://[USER@]HOST[:PORT]
                do it on another machine, over OpenSSH; also for the window, as the first option
  -h, --help    this text; after a command, that of the command
  --version     the version

FILE is a configuration in JSON; “-” is standard input, “library:NAME” one of the library. A small one:

  {&quot;version&quot;: 1, &quot;containers&quot;: [{&quot;name&quot;: &quot;red&quot;, &quot;command&quot;: [&quot;sh&quot;], &quot;namespaces&quot;:
    {&quot;user&quot;: {&quot;new&quot;: {}}, &quot;uts&quot;: {&quot;new&quot;: {&quot;hostname&quot;: &quot;red&quot;}}}}]}

Environment:
  NO_COLOR          print without colours
  NSW_SUPERVISOR    the supervisor to start, instead of the one that was installed
  NSW_SSH           the program that connects to other machines, instead of ssh
</source>
        <translation>命名空间工作台：观察、创建并理解 Linux 命名空间。

用法：
  nsworkbench [FILE]                    打开窗口，可同时打开一份配置或录制
  nsworkbench run FILE [-- COMMAND…]    按配置创建容器，并运行其中的命令
  nsworkbench plan FILE                 显示各个步骤，不做任何更改
  nsworkbench inspect [PID]             显示本进程或另一个进程所看到的机器
  nsworkbench export --as FORM FILE     写成 sh、c、go、oci、bwrap 或 nspawn 的形式
  nsworkbench import FILE               由他人写的内容得到一份配置
  nsworkbench tour                      创建包含全部八种命名空间的容器，并查看它
  nsworkbench replay FILE               重新讲述一次录制的会话
  nsworkbench check FILE…               运行配置，并与其中保存的预期比较
  nsworkbench library                   列出随程序提供的配置
  nsworkbench help [COMMAND]            说明一个命令

选项：
  --json        输出 JSON 而不是文本（除 help 外的所有命令）
  --host ssh://[USER@]HOST[:PORT]
                通过 OpenSSH 在另一台机器上进行；作为第一个选项时也用于窗口
  -h, --help    本说明；写在命令之后则是该命令的说明
  --version     版本

FILE 是 JSON 格式的配置；“-”表示标准输入，“library:NAME”是示例库中的一份。一个简短的例子：

  {&quot;version&quot;: 1, &quot;containers&quot;: [{&quot;name&quot;: &quot;red&quot;, &quot;command&quot;: [&quot;sh&quot;], &quot;namespaces&quot;:
    {&quot;user&quot;: {&quot;new&quot;: {}}, &quot;uts&quot;: {&quot;new&quot;: {&quot;hostname&quot;: &quot;red&quot;}}}}]}

环境变量：
  NO_COLOR          输出不带颜色
  NSW_SUPERVISOR    要启动的监管程序，代替已安装的那个
  NSW_SSH           连接其他机器的程序，代替 ssh
</translation>
    </message>
    <message>
        <source>Usage: nsworkbench check FILE…

Runs each configuration and compares what comes of it with the expectation that is saved in the file:
which namespaces are isolated, what is seen inside, which step fails, the exit status and the output of
the command. So you know before a class whether it works on this machine. A FILE may be a directory,
“library:NAME”, or “library” for all of the library. Nothing is typed into the commands, and one that
takes longer than 30 seconds is ended.

Options:
  --json    print one line per file: {&quot;file&quot;:…, &quot;outcome&quot;:…, &quot;findings&quot;:[…]}; outcome is as-expected,
            diverges, nothing-expected or not-run
  --host ssh://[USER@]HOST[:PORT]    check another machine

Exit status: 0 where all is as expected, 1 where anything is not.
</source>
        <translation>用法：nsworkbench check FILE…

运行每份配置，并把结果与文件中保存的预期比较：哪些命名空间是隔离的、在内部看到什么、哪个步骤失败，
以及命令的退出状态和输出。这样您在上课之前就知道它在这台机器上是否可行。FILE 可以是目录、
“library:NAME”，或表示整个示例库的“library”。不会向命令输入任何内容，超过 30 秒的命令会被结束。

选项：
  --json    每个文件输出一行：{&quot;file&quot;:…, &quot;outcome&quot;:…, &quot;findings&quot;:[…]}；outcome 是 as-expected、
            diverges、nothing-expected 或 not-run
  --host ssh://[USER@]HOST[:PORT]    检查另一台机器

退出状态：全部符合预期时为 0，否则为 1。
</translation>
    </message>
    <message>
        <source>Usage: nsworkbench library

Lists the configurations that come with the program, with what each shows. They run by
“nsworkbench run library:NAME”, and open in the window from File → Library.

Options:
  --json    print one line per configuration
</source>
        <translation>用法：nsworkbench library

列出随程序提供的配置及其内容。可用“nsworkbench run library:NAME”运行，也可在窗口中从“文件 → 示例库”打开。

选项：
  --json    每份配置输出一行
</translation>
    </message>
    <message>
        <source>Usage: nsworkbench replay FILE

Tells a recorded session again: every step on standard error, and what the command wrote. FILE was made
by “run --record” or by File, Save recording. It takes neither rights nor namespaces, and may have been
recorded on another machine. “nsworkbench FILE” shows it in the window.

Options:
  --speed N    by the times at which things happened, N times as fast (0.01 to 1000); else at once
  --json       print one event per line as “run” does

Exit status: 0; 1 where the recording is damaged or not known to its end, after what could be read; 2
where it can&apos;t be read at all.
</source>
        <translation>用法：nsworkbench replay FILE

重新讲述一次录制的会话：在标准错误上讲述每个步骤，并输出命令写出的内容。FILE 由“run --record”或
“文件”菜单的“保存录制”生成。既不需要权限，也不需要命名空间，而且可以是在另一台机器上录制的。
“nsworkbench FILE”在窗口中显示它。

选项：
  --speed N    按事情发生的时间进行，速度为 N 倍（0.01 到 1000）；否则立即全部输出
  --json       像“run”一样每行输出一个 JSON 事件

退出状态：0；录制已损坏，或其中有此处不认识的内容时，在输出能读取的部分之后为 1；完全无法读取时为 2。
</translation>
    </message>
    <message>
        <source>This needs an administrator, who can&apos;t be asked on “%1” over SSH. Connect as root (ssh://root@…), or make the user namespace new too.</source>
        <translation>这需要管理员，而在“%1”上无法通过 SSH 询问管理员。请以 root 连接（ssh://root@…），或者把用户命名空间也设为新的。</translation>
    </message>
    <message>
        <source>Recorded %1 on %2 (%3).</source>
        <translation>录制于 %1，机器 %2（%3）。</translation>
    </message>
    <message>
        <source>The recording was not saved. %1</source>
        <translation>录制没有保存。%1</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>“%1”不接受值。</translation>
    </message>
    <message>
        <source>“%1” is no number of a step.</source>
        <translation>“%1”不是步骤的编号。</translation>
    </message>
    <message>
        <source>What is to be done at a pause is read from standard input, so FILE can&apos;t be “-” with “--step” and “--break”.</source>
        <translation>暂停时要做什么是从标准输入读取的，因此使用“--step”和“--break”时 FILE 不能是“-”。</translation>
    </message>
    <message>
        <source>The window opens one file; “%1” is another one.</source>
        <translation>窗口只打开一个文件；“%1”是另一个。</translation>
    </message>
    <message>
        <source>There is no configuration (*.json) in it.</source>
        <translation>其中没有配置（*.json）。</translation>
    </message>
    <message>
        <source>Standard output can&apos;t be written: %1.</source>
        <translation>无法写入标准输出：%1。</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>它是一个目录</translation>
    </message>
    <message>
        <source>there is none of this name; “nsworkbench library” lists those that there are</source>
        <translation>没有这个名称的配置；“nsworkbench library”会列出现有的配置</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is a recording, which “nsworkbench replay” tells again</source>
        <translation>它是一份录制，可用“nsworkbench replay”重新讲述</translation>
    </message>
    <message>
        <source>Usage: nsworkbench run FILE [-- COMMAND…]

Makes the container that FILE describes, runs its command in it, and removes the container when the
command ends. A COMMAND after “--” is run instead of the one in FILE.

The command has the terminal for itself, unless an administrator&apos;s rights had to be asked for: then
its input and output are passed on.

Options:
  -v, --verbose    tell every step on standard error
  --step           pause before each step, and tell what the one before it changed; what is to be done
                   is read from standard input, line by line, up to the last pause: “n” makes the next
                   step, “c” goes on, “q” ends it, “h” lists all commands
  --break N        pause before step N, as “plan” numbers them; may be given more than once
  --record FILE    keep the session in FILE, for “replay” and for the window; input and output of the
                   command are passed on, so that it has no terminal; what is typed is not kept
  --json           print one event per line, as JSON:
                   {&quot;event&quot;:&quot;step&quot;, …}      a system call, with arguments, result, errno and time
                   {&quot;event&quot;:&quot;facet&quot;, …}     what is seen on a side: namespaces uts ipc processes
                                            mounts users network cgroup time; again when it changes
                   {&quot;event&quot;:&quot;output&quot;, …}    what the command wrote
                   {&quot;event&quot;:&quot;next&quot;, …}      at a pause: the step that is next, and what the last ones
                                            changed
                   {&quot;event&quot;:&quot;refused&quot;, …}   nothing was done, with the findings that say why
                   {&quot;event&quot;:&quot;end&quot;, …}       the command ended, and the container with it
  --save-expectation
                   write into FILE what the run came to, for “check”
  --host ssh://[USER@]HOST[:PORT][?supervisor=PATH]
                   on another machine, with the rights that the user has there
  --remote-supervisor PATH
                   where nsworkbench-supervisor is on that machine

Signals: the first INT, TERM or HUP ends the container in order (TERM, after 2 seconds KILL), the
second one at once.

Exit status: that of the command, and 128 + N when signal N ended it; 2 for a wrong configuration or
wrong usage; 125 when a step failed or there were no rights; 126 when the command can&apos;t be executed and
127 when it is not there; 0 when it was ended at a pause. What is wrong stands on standard error.
</source>
        <translation>用法：nsworkbench run FILE [-- COMMAND…]

创建 FILE 所描述的容器，在其中运行命令，命令结束后移除容器。写在“--”之后的 COMMAND 会代替
FILE 中的命令运行。

命令独占终端，除非必须请求管理员权限：那时会转发它的输入和输出。

选项：
  -v, --verbose    在标准错误上讲述每个步骤
  --step           在每一步之前暂停，并说明前一步更改了什么；要做什么从标准输入逐行读取，直到最后一次
                   暂停：“n”执行下一步，“c”继续，“q”结束，“h”列出所有命令
  --break N        在第 N 步之前暂停，编号与“plan”中的相同；可多次给出
  --record FILE    把会话保存到 FILE，供“replay”和窗口使用；命令的输入和输出会被转发，因此它没有终端；
                   键入的内容不会保存
  --json           每行输出一个 JSON 事件：
                   {&quot;event&quot;:&quot;step&quot;, …}      一个系统调用，含参数、结果、errno 和时间
                   {&quot;event&quot;:&quot;facet&quot;, …}     在一侧看到的内容：namespaces uts ipc processes
                                            mounts users network cgroup time；变化时再次输出
                   {&quot;event&quot;:&quot;output&quot;, …}    命令写出的内容
                   {&quot;event&quot;:&quot;next&quot;, …}      暂停时：下一步是什么，以及刚才的步骤更改了什么
                   {&quot;event&quot;:&quot;refused&quot;, …}   什么也没有做，附有说明原因的结论
                   {&quot;event&quot;:&quot;end&quot;, …}       命令结束，容器也随之结束
  --save-expectation
                   把运行的结果写入 FILE，供“check”使用
  --host ssh://[USER@]HOST[:PORT][?supervisor=PATH]
                   在另一台机器上进行，使用该用户在那里的权限
  --remote-supervisor PATH
                   nsworkbench-supervisor 在那台机器上的位置

信号：第一个 INT、TERM 或 HUP 有序地结束容器（先 TERM，2 秒后 KILL），第二个立即结束它。

退出状态：命令的退出状态；命令被信号 N 结束时为 128 + N；配置有误或用法有误时为 2；某个步骤失败
或没有权限时为 125；命令无法执行时为 126，找不到命令时为 127；在暂停时被结束则为 0。出错的原因写在标准错误上。
</translation>
    </message>
    <message>
        <source>There is no step %1: the plan has %2.</source>
        <translation>没有第 %1 步：计划共有 %2 步。</translation>
    </message>
    <message>
        <source>“!” needs a command.</source>
        <translation>“!”之后需要一条命令。</translation>
    </message>
    <message>
        <source>There is no command “%1” here; “h” lists them.</source>
        <translation>这里没有命令“%1”；“h”会列出所有命令。</translation>
    </message>
    <message>
        <source>“%1” needs the name of an argument and its value.</source>
        <translation>“%1”需要参数的名称和它的值。</translation>
    </message>
    <message>
        <source>“%1” needs the number of a step.</source>
        <translation>“%1”需要步骤的编号。</translation>
    </message>
    <message>
        <source>“%1” takes no “%2”.</source>
        <translation>“%1”不接受“%2”。</translation>
    </message>
    <message>
        <source>  n [COUNT]        make the next step, or so many
  c                go on to the next breakpoint, or to the end
  b N, d N         set a breakpoint before step N; delete it
  l                list the steps, and what became of them
  p [FACET]        print what differs inside, or a facet whole: namespaces uts ipc processes mounts
                   users network cgroup time
  s [N]            skip the next step, or step N, which is then not made
  e [N] NAME TEXT  edit the argument NAME of the next step, or of step N
  !COMMAND         run a shell command in the container as it is now
  q                end it; so does the end of the input
  h                this list
</source>
        <translation>  n [COUNT]        执行下一步，或连续执行若干步
  c                继续到下一个断点，或直到最后
  b N, d N         在第 N 步之前设置断点；删除它
  l                列出各个步骤及其结果
  p [FACET]        输出内部的不同之处，或完整输出一个方面：namespaces uts ipc processes mounts
                   users network cgroup time
  s [N]            跳过下一步或第 N 步，它就不会被执行
  e [N] NAME TEXT  修改下一步或第 N 步的参数 NAME
  !COMMAND         在容器此刻的状态下运行一条 shell 命令
  q                结束容器；输入结束时也会结束
  h                这份列表
</translation>
    </message>
    <message>
        <source>Its exit status was %1.</source>
        <translation>它的退出状态是 %1。</translation>
    </message>
    <message>
        <source>There is no facet “%1”; “h” lists them.</source>
        <translation>没有方面“%1”；“h”会列出所有方面。</translation>
    </message>
    <message>
        <source>Steps %1 to %2 changed nothing that is shown.</source>
        <translation>第 %1 至 %2 步没有更改所显示的任何内容。</translation>
    </message>
    <message>
        <source>Step %1 changed nothing that is shown.</source>
        <translation>第 %1 步没有更改所显示的任何内容。</translation>
    </message>
    <message>
        <source>Steps %1 to %2 changed:</source>
        <translation>第 %1 至 %2 步更改了：</translation>
    </message>
    <message>
        <source>Step %1 changed:</source>
        <translation>第 %1 步更改了：</translation>
    </message>
    <message>
        <source>the namespace itself: %1 inside</source>
        <translation>命名空间本身：内部为 %1</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Usage: nsworkbench inspect [PID]

Shows what this process sees of the machine: its namespaces, hostname, IPC objects, processes,
mounts, users and rights, network, control group and clocks. With PID, the same of that process, side
by side with what is seen here.

Options:
  --json    print one JSON object with the keys namespaces uts ipc processes mounts users network
            cgroup time; with PID, those of that process. What can&apos;t be read is {&quot;error&quot;: …}.
  --all     show also what has no card in the window: limits traffic sockets proc controllers
            firewall space routing semaphores relations
  --everybody
            look as an administrator, who is asked for by polkit: at the namespaces of everybody&apos;s
            processes, and at any process. Nothing can be changed by it.

Exit status: 0; 1 where there is no such process or nothing could be read.
</source>
        <translation>用法：nsworkbench inspect [PID]

显示本进程所看到的机器：命名空间、主机名、IPC 对象、进程、挂载、用户与权限、网络、控制组和时钟。
给出 PID 时，显示该进程所看到的同样内容，并与此处所看到的并列。

选项：
  --json    输出一个 JSON 对象，其键为 namespaces uts ipc processes mounts users network
            cgroup time；给出 PID 时是该进程的内容。无法读取的内容为 {&quot;error&quot;: …}。
  --all     还显示窗口中没有卡片的内容：limits traffic sockets proc controllers
            firewall space routing semaphores relations
  --everybody
            以管理员身份查看（由 polkit 询问）：所有人的进程所在的命名空间，以及任何一个进程。
            这样不能更改任何内容。

退出状态：0；没有该进程或什么也读不到时为 1。
</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Hierarchy of %1</source>
        <translation>%1 层级</translation>
    </message>
    <message>
        <source>owner %1, mode %2</source>
        <translation>属主 %1，模式 %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>POSIX queues</source>
        <translation>POSIX 队列</translation>
    </message>
    <message>
        <source>POSIX queue %1</source>
        <translation>POSIX 队列 %1</translation>
    </message>
    <message>
        <source>Message queues</source>
        <translation>消息队列</translation>
    </message>
    <message>
        <source>Message queue %1, id %2</source>
        <translation>消息队列 %1，ID %2</translation>
    </message>
    <message>
        <source>Semaphore sets</source>
        <translation>信号量集</translation>
    </message>
    <message>
        <source>Semaphore set %1, id %2</source>
        <translation>信号量集 %1，ID %2</translation>
    </message>
    <message>
        <source>Shared memory segments</source>
        <translation>共享内存段</translation>
    </message>
    <message>
        <source>Shared memory %1, id %2</source>
        <translation>共享内存 %1，ID %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>%1; it covers %2</source>
        <translation>%1；覆盖了 %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>down</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>up, without a carrier</source>
        <translation>已启用，无载波</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>via %1 on %2</source>
        <translation>经 %1，位于 %2</translation>
    </message>
    <message>
        <source>IPv6 route to %1</source>
        <translation>到 %1 的 IPv6 路由</translation>
    </message>
    <message>
        <source>Route to %1</source>
        <translation>到 %1 的路由</translation>
    </message>
    <message>
        <source>PID %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>no PID here</source>
        <translation>此处没有 PID</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a duration</comment>
        <translation> </translation>
    </message>
    <message>
        <source>not shifted</source>
        <translation>未偏移</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>快 %1</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>慢 %1</translation>
    </message>
    <message>
        <source>Monotonic clock</source>
        <translation>单调时钟</translation>
    </message>
    <message>
        <source>Clock since boot</source>
        <translation>启动时间时钟</translation>
    </message>
    <message>
        <source>Monotonic clock seems to start</source>
        <translation>单调时钟的表观起点</translation>
    </message>
    <message>
        <source>Machine seems to have booted</source>
        <translation>机器的表观启动时刻</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>全部 %1 项</translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>除 %1 外的全部</translation>
    </message>
    <message>
        <source>real %1, effective %2, saved %3, file system %4</source>
        <translation>真实 %1，有效 %2，保存 %3，文件系统 %4</translation>
    </message>
    <message>
        <source>every ID is itself</source>
        <translation>每个 ID 对应其自身</translation>
    </message>
    <message>
        <source>%1 inside is %2 outside</source>
        <translation>内部的 %1 对应外部的 %2</translation>
    </message>
    <message>
        <source>%1 inside are %2 outside</source>
        <translation>内部的 %1 对应外部的 %2</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>组 ID</translation>
    </message>
    <message>
        <source>Supplementary groups</source>
        <translation>附加组</translation>
    </message>
    <message>
        <source>User map</source>
        <translation>用户映射</translation>
    </message>
    <message>
        <source>Group map</source>
        <translation>组映射</translation>
    </message>
    <message>
        <source>setgroups()</source>
        <translation>setgroups()</translation>
    </message>
    <message>
        <source>Effective capabilities</source>
        <translation>有效权能</translation>
    </message>
    <message>
        <source>Permitted capabilities</source>
        <translation>许可权能</translation>
    </message>
    <message>
        <source>Inheritable capabilities</source>
        <translation>可继承权能</translation>
    </message>
    <message>
        <source>Bounding set</source>
        <translation>边界集</translation>
    </message>
    <message>
        <source>Ambient capabilities</source>
        <translation>环境权能</translation>
    </message>
    <message>
        <source>No new privileges</source>
        <translation>禁止获得新特权</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>NIS domain name</source>
        <translation>NIS 域名</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kernel release</source>
        <translation>内核发行号</translation>
    </message>
    <message>
        <source>Kernel version</source>
        <translation>内核版本</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing is mounted on /proc</source>
        <translation>/proc 上没有挂载任何东西</translation>
    </message>
    <message>
        <source>shows its own processes</source>
        <translation>显示自己的进程</translation>
    </message>
    <message>
        <source>shows somebody else&apos;s processes</source>
        <translation>显示别人的进程</translation>
    </message>
    <message>
        <source>%1 received, %2 sent</source>
        <translation>已接收 %1，已发送 %2</translation>
    </message>
    <message>
        <source>Processes in it</source>
        <translation>其中的进程</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n semaphore(s)</source>
        <translation>
            <numerusform>%n 个信号量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) attached</source>
        <translation>
            <numerusform>%n 个进程已附加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount %1</source>
        <translation>挂载 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>user %1, group %2</source>
        <translation>用户 %1，组 %2</translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>Secure bits, on entering</source>
        <translation>安全位（进入时）</translation>
    </message>
    <message>
        <source>Real-time clock</source>
        <translation>实时时钟</translation>
    </message>
    <message>
        <source>never shifted</source>
        <translation>从不偏移</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Table %1: %2</source>
        <translation>表 %1：%2</translation>
    </message>
    <message>
        <source>Rule %1 (%2)</source>
        <translation>规则 %1（%2）</translation>
    </message>
    <message>
        <source>Semaphore set %1</source>
        <translation>信号量集 %1</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>both</source>
        <translation>两边都有</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation>未映射</translation>
    </message>
    <message>
        <source>Controllers and limits</source>
        <translation>控制器与限制</translation>
    </message>
    <message>
        <source>Files of the cgroup in the unified hierarchy, as the outside has them. A cgroup namespace changes what path is shown, not which limits hold.</source>
        <translation>统一层级中该控制组的文件，以外部所见为准。cgroup 命名空间改变显示的路径，不改变生效的限制。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Last process</source>
        <translation>最后的进程</translation>
    </message>
    <message>
        <source>POSIX queues</source>
        <translation>POSIX 队列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Message queues</source>
        <translation>消息队列</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Semaphore sets</source>
        <translation>信号量集</translation>
    </message>
    <message>
        <source>Semaphores</source>
        <translation>信号量</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>已附加</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Tree inside</source>
        <translation>内部的树</translation>
    </message>
    <message>
        <source>Tree outside</source>
        <translation>外部的树</translation>
    </message>
    <message>
        <source>Mounted on</source>
        <translation>挂载于</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>其中的部分</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Propagation</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>被遮盖</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>overmounted</source>
        <translation>被其他挂载遮盖</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Peer groups</source>
        <translation>对等组</translation>
    </message>
    <message>
        <source>A mount made below one peer appears below all of them, and below their slaves; what is made below a slave stays there (mount_namespaces(7)).</source>
        <translation>在一个对等成员下建立的挂载会出现在所有成员及其从属之下；在从属之下建立的则只留在那里（mount_namespaces(7)）。</translation>
    </message>
    <message>
        <source>Peers outside</source>
        <translation>外部的对等成员</translation>
    </message>
    <message>
        <source>Peers inside</source>
        <translation>内部的对等成员</translation>
    </message>
    <message>
        <source>Slaves outside</source>
        <translation>外部的从属</translation>
    </message>
    <message>
        <source>Slaves inside</source>
        <translation>内部的从属</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父级</translation>
    </message>
    <message>
        <source>Owner&apos;s user</source>
        <translation>所有者的用户</translation>
    </message>
    <message>
        <source>Of each process</source>
        <translation>各进程的</translation>
    </message>
    <message>
        <source>The numbers in /proc/PID/ns. “=” stands for the namespace of the outside. Mark two rows to compare two processes.</source>
        <translation>/proc/PID/ns 中的编号。“=”表示外部的命名空间。选中两行即可比较两个进程。</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>File below /proc/sys</source>
        <translation>/proc/sys 下的文件</translation>
    </message>
    <message>
        <source>%1, inside</source>
        <translation>%1，内部</translation>
    </message>
    <message>
        <source>%1, outside</source>
        <translation>%1，外部</translation>
    </message>
    <message>
        <source>number %1, elsewhere</source>
        <translation>编号 %1，在别处</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>down</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运行状态</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>硬件地址</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>另一端</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Of the table “main”.</source>
        <translation>来自“main”表。</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>协议族</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>TCP and UDP. The processes are those whose descriptors can be read; their PIDs are those of the outside.</source>
        <translation>TCP 和 UDP。进程限于可读取其描述符者；PID 以外部为准。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远端</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>R running</source>
        <translation>R 运行</translation>
    </message>
    <message>
        <source>S sleeping</source>
        <translation>S 睡眠</translation>
    </message>
    <message>
        <source>D waiting for a device</source>
        <translation>D 等待设备</translation>
    </message>
    <message>
        <source>Z zombie</source>
        <translation>Z 僵尸</translation>
    </message>
    <message>
        <source>T stopped</source>
        <translation>T 已停止</translation>
    </message>
    <message>
        <source>t traced</source>
        <translation>t 被跟踪</translation>
    </message>
    <message>
        <source>I idle</source>
        <translation>I 空闲</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>PID outside</source>
        <translation>外部 PID</translation>
    </message>
    <message>
        <source>PID inside</source>
        <translation>内部 PID</translation>
    </message>
    <message>
        <source>PID at every level</source>
        <translation>各级 PID</translation>
    </message>
    <message>
        <source>User outside</source>
        <translation>外部用户</translation>
    </message>
    <message>
        <source>User inside</source>
        <translation>内部用户</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Shows what is mounted on /proc inside, once there is an inside.</source>
        <translation>有了内部之后，显示内部 /proc 上挂载的内容。</translation>
    </message>
    <message>
        <source>Inside, no proc file system is mounted on /proc.</source>
        <translation>内部的 /proc 上没有挂载 proc 文件系统。</translation>
    </message>
    <message>
        <source>The /proc inside shows the container&apos;s own PID namespace.</source>
        <translation>内部的 /proc 显示容器自己的 PID 命名空间。</translation>
    </message>
    <message>
        <source>The /proc inside is somebody else&apos;s: it shows the PID namespace of whoever mounted it. ps inside shows these, until proc is mounted anew.</source>
        <translation>内部的 /proc 是别人的：它显示挂载者的 PID 命名空间。在重新挂载 proc 之前，内部的 ps 显示的就是这些。</translation>
    </message>
    <message>
        <source>Inside&apos;s own /proc</source>
        <translation>内部自己的 /proc</translation>
    </message>
    <message>
        <source>PID in it</source>
        <translation>其中的 PID</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>权能</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>权能</translation>
    </message>
    <message>
        <source>ID maps</source>
        <translation>ID 映射</translation>
    </message>
    <message>
        <source>What the IDs inside are outside. An ID that no line maps shows as 65534 on the other side.</source>
        <translation>内部的 ID 在外部是什么。没有任何行映射的 ID 在另一边显示为 65534。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1 and %2 share: %3. They differ in: %4.</source>
        <translation>%1 与 %2 共享：%3。不同：%4。</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>mounted on %1</source>
        <translation>挂载于 %1</translation>
    </message>
    <message>
        <source>parent of %1</source>
        <translation>%1 的父级</translation>
    </message>
    <message>
        <source>owner of %1</source>
        <translation>%1 的所有者</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>由谁维持</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>防火墙</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>the same file</source>
        <translation>同一个文件</translation>
    </message>
    <message>
        <source>another file</source>
        <translation>另一个文件</translation>
    </message>
    <message>
        <source>A thread has a number at every level, like a process. Name a process, or open one in the tree with Enter.</source>
        <translation>与进程一样，线程在每一层都有一个编号。请指定一个进程，或在进程树中按 Enter 打开一个。</translation>
    </message>
    <message>
        <source>TID at every level</source>
        <translation>各层的 TID</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>To whom a file belongs (user:group), as each side sees it. An owner that the inside does not map shows as 65534 there.</source>
        <translation>文件在两侧各自看来属于谁（用户:组）。内部没有映射的所有者在内部显示为 65534。</translation>
    </message>
    <message>
        <source>Mode outside</source>
        <translation>外部权限</translation>
    </message>
    <message>
        <source>Mode inside</source>
        <translation>内部权限</translation>
    </message>
    <message>
        <source>Behind the name</source>
        <translation>名称背后</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The nftables rules of each network namespace, as nft list ruleset has them. Reading them takes the capability CAP_NET_ADMIN there.</source>
        <translation>各网络命名空间的 nftables 规则，与 nft list ruleset 所示相同。读取它们需要在该命名空间中拥有 CAP_NET_ADMIN 权能。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Last sender</source>
        <translation>最后发送者</translation>
    </message>
    <message>
        <source>Last receiver</source>
        <translation>最后接收者</translation>
    </message>
    <message>
        <source>Of the file system</source>
        <translation>文件系统的选项</translation>
    </message>
    <message>
        <source>crosses over</source>
        <translation>跨越两侧</translation>
    </message>
    <message>
        <source>one side</source>
        <translation>仅一侧</translation>
    </message>
    <message>
        <source>Each user namespace has limits of its own, and those above it hold as well. In use: namespaces that processes are in, of all users, and threads; inside, those that the inside does not share.</source>
        <translation>每个用户命名空间都有自己的限制，其上层的限制同样有效。“使用中”：所有用户中有进程所在的命名空间以及线程数；内部则只计不与外部共享者。</translation>
    </message>
    <message>
        <source>In use outside</source>
        <translation>外部使用中</translation>
    </message>
    <message>
        <source>In use inside</source>
        <translation>内部使用中</translation>
    </message>
    <message>
        <source>When a parent ends, its children are adopted by PID 1 of their namespace or by a subreaper: they move in the tree, and their parent is marked.</source>
        <translation>父进程结束后，其子进程由所在命名空间的 PID 1 或 subreaper 收养：它们在树中移动，其父进程列会被标记。</translation>
    </message>
    <message>
        <source>effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>permitted</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>inheritable</source>
        <translation>可继承</translation>
    </message>
    <message>
        <source>bounding</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>ambient</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>The sets that have it. Inside a user namespace they hold for what this namespace owns.</source>
        <translation>拥有该权能的集合。在用户命名空间内，它们只对该命名空间所拥有的对象有效。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待者</translation>
    </message>
    <message>
        <source>Below each set its semaphores, of a large one the first %1. The kernel tells them to whoever may read the set.</source>
        <translation>每个信号量集之下列出其中的信号量，较大的集只列前 %1 个。内核只告诉有权读取该集的人。</translation>
    </message>
    <message>
        <source>Semaphore %1</source>
        <translation>信号量 %1</translation>
    </message>
    <message>
        <source>Namespaces that processes are in, as far as their /proc can be read. A namespace lives while a process is in it, or a mount, an open file or a child namespace holds it. Enter leads to the first process. “–”: what stands above the user namespace of whoever looks is not told (EPERM).</source>
        <translation>有进程身处其中的命名空间（以能读取的 /proc 为限）。只要有进程在其中，或有挂载、打开的文件或子命名空间持有它，命名空间就一直存在。按 Enter 转到第一个进程。“–”：高于查看者用户命名空间的部分，内核不予告知（EPERM）。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Other routes</source>
        <translation>其他路由</translation>
    </message>
    <message>
        <source>Of all tables but “main”. The kernel keeps “local” itself: the addresses of the namespace and their broadcasts.</source>
        <translation>来自“main”以外的所有表。“local”表由内核自己维护：该命名空间的地址及其广播地址。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation>路由规则</translation>
    </message>
    <message>
        <source>Which table is asked for which packets, the lowest number first (ip-rule(8)). Each network namespace has rules of its own.</source>
        <translation>哪些数据包查询哪张表，编号小的先查（ip-rule(8)）。每个网络命名空间有自己的规则。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>进入接口</translation>
    </message>
    <message>
        <source>Goes out by</source>
        <translation>发出接口</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Unix sockets</source>
        <translation>Unix 套接字</translation>
    </message>
    <message>
        <source>Listed by the network namespace in which each was made. One with a path is found through the file system, so that a network namespace does not keep anybody from it; abstract names (“@”) are the namespace&apos;s own (unix(7)).</source>
        <translation>按各自建立时所在的网络命名空间列出。有路径的套接字通过文件系统找到，因此网络命名空间挡不住任何人；抽象名称（“@”）则属于各命名空间自己（unix(7)）。</translation>
    </message>
    <message>
        <source>Process at the other end</source>
        <translation>另一端的进程</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>What is a namespace?</source>
        <translation>什么是命名空间？</translation>
    </message>
    <message>
        <source>A process sees a machine: its name, its users, its files, its network. Linux can give a process another view of one of these things than the others have. Such a view is called a namespace. There are eight kinds, and every process is in one of each.</source>
        <translation>进程所看到的是一台机器：它的名字、用户、文件和网络。Linux 可以让某个进程看到的其中一项与其他进程不同。这样的一种视图就叫做命名空间。命名空间共有八种，每个进程都处于每一种的其中一个之内。</translation>
    </message>
    <message>
        <source>A container is nothing but a process in namespaces of its own. There is no thing called “container” in the kernel: tick some kinds here and you have made one.</source>
        <translation>容器不过是处于自己的命名空间中的进程。内核里并没有叫做“容器”的东西：在这里勾选几种命名空间，您就造出了一个。</translation>
    </message>
    <message>
        <source>Each namespace has a number. Two processes with the same number of a kind share it; what one changes the other sees. The cards compare the numbers for you.</source>
        <translation>每个命名空间都有一个编号。如果两个进程的某种命名空间编号相同，它们就共享该命名空间；一方所做的更改，另一方也能看到。卡片会为您比较这些编号。</translation>
    </message>
    <message>
        <source>Since Linux %1, %2</source>
        <translation>始于 Linux %1，%2</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>To the next field or card</source>
        <translation>转到下一个字段或卡片</translation>
    </message>
    <message>
        <source>Tick, or open a card</source>
        <translation>勾选，或打开卡片</translation>
    </message>
    <message>
        <source>Back from a card, close a message</source>
        <translation>从卡片返回，关闭消息</translation>
    </message>
    <message>
        <source>About Namespace Workbench</source>
        <translation>关于命名空间工作台</translation>
    </message>
    <message>
        <source>See, make and understand Linux namespaces.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>观察、创建并理解 Linux 命名空间。

本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>&amp;What is a namespace?</source>
        <translation>什么是命名空间(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Namespace Workbench</source>
        <translation>关于命名空间工作台(&amp;A)</translation>
    </message>
    <message>
        <source>Copy, sort, choose columns of a table</source>
        <translation>复制表格内容、排序、选择列</translation>
    </message>
    <message>
        <source>What it isolates</source>
        <translation>隔离什么</translation>
    </message>
    <message>
        <source>What it does not</source>
        <translation>不隔离什么</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>Where to read on</source>
        <translation>延伸阅读</translation>
    </message>
    <message>
        <source>Fold and unfold a row of a tree, at its name</source>
        <translation>在名称处折叠或展开树中的一行</translation>
    </message>
    <message>
        <source>Unfold all of a tree</source>
        <translation>展开整棵树</translation>
    </message>
</context>
<context>
    <name>IdMap</name>
    <message>
        <source>%1 and above</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>Not mapped inside: %1.</source>
        <translation>内部未映射：%1。</translation>
    </message>
    <message>
        <source>The line from %1 has no IDs.</source>
        <translation>从 %1 开始的行没有 ID。</translation>
    </message>
    <message>
        <source>The line from %1 goes beyond the last ID, %2.</source>
        <translation>从 %1 开始的行超出了最后一个 ID %2。</translation>
    </message>
    <message>
        <source>Mapped twice inside: %1.</source>
        <translation>内部重复映射：%1。</translation>
    </message>
    <message>
        <source>Used twice outside: %1.</source>
        <translation>外部重复使用：%1。</translation>
    </message>
    <message>
        <source>%1 inside is %2 outside</source>
        <translation>内部的 %1 是外部的 %2</translation>
    </message>
    <message>
        <source>no ID is mapped</source>
        <translation>没有映射任何 ID</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>%1: %2</source>
        <comment>side and what changed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>planned, no step made yet</source>
        <translation>已计划，尚未执行任何步骤</translation>
    </message>
    <message>
        <source>step %1 failed, %2</source>
        <translation>步骤 %1 失败，%2</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation>步骤 %1，%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>PasswordPrompt</name>
    <message>
        <source>SSH — Namespace Workbench</source>
        <translation>SSH — 命名空间工作台</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>that of the machine</source>
        <translation>机器自己的</translation>
    </message>
    <message>
        <source>joined from process %1</source>
        <translation>加入进程 %1 的</translation>
    </message>
    <message>
        <source>joined from %1</source>
        <translation>从 %1 加入</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>By hand: %1</source>
        <translation>手动命令：%1</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>No step was made.</source>
        <translation>没有执行任何步骤。</translation>
    </message>
    <message>
        <source>Shared: inside and outside are in the same.</source>
        <translation>共享：内部和外部在同一个命名空间中。</translation>
    </message>
    <message>
        <source>Isolated: inside is not in the one of outside.</source>
        <translation>已隔离：内部不在外部的命名空间中。</translation>
    </message>
    <message>
        <source>%1 of %2 kinds are isolated.</source>
        <translation>%2 种中 %1 种已隔离。</translation>
    </message>
    <message>
        <source>Numbers: outside %1, inside %2.</source>
        <translation>编号：外部 %1，内部 %2。</translation>
    </message>
    <message>
        <source>The inside is not known.</source>
        <translation>内部的情况未知。</translation>
    </message>
    <message>
        <source>Nothing was started: this is the machine as it was.</source>
        <translation>没有启动任何东西：这是机器当时的样子。</translation>
    </message>
    <message>
        <source>The container was running.</source>
        <translation>容器当时正在运行。</translation>
    </message>
    <message>
        <source>The container had ended with exit status %1.</source>
        <translation>容器已结束，退出状态为 %1。</translation>
    </message>
    <message>
        <source>The connection to the supervisor was lost.</source>
        <translation>与监管进程的连接已中断。</translation>
    </message>
    <message>
        <source>Namespace Workbench</source>
        <translation>命名空间工作台</translation>
    </message>
    <message>
        <source>%1 — inside and outside</source>
        <translation>%1 — 内部与外部</translation>
    </message>
    <message>
        <source>Made with Namespace Workbench on %1.</source>
        <translation>由命名空间工作台于 %1 生成。</translation>
    </message>
</context>
<context>
    <name>StepGuide</name>
    <message>
        <source>A PID is only a number, and the next process may get it. A pidfd goes on meaning this one process, so that what is joined is what was chosen.</source>
        <translation>PID 只是一个数字，之后可能分给别的进程。pidfd 始终指这一个进程，因此加入的就是当初选定的。</translation>
    </message>
    <message>
        <source>A file below /proc/PID/ns, or a bind mount of one, stands for a namespace. While it is open the namespace lives on, even without any process.</source>
        <translation>/proc/PID/ns 下的文件，或它的绑定挂载，代表一个命名空间。只要它打开着，即使没有任何进程，命名空间也继续存在。</translation>
    </message>
    <message>
        <source>A plain fork: the child has all namespaces of its parent. It is needed because a process must move itself, and because new PID and time namespaces take in children only.</source>
        <translation>普通的 fork：子进程拥有父进程的全部命名空间。之所以需要它，是因为进程只能自己移动，而且新的 PID 和时间命名空间只接收子进程。</translation>
    </message>
    <message>
        <source>The child is born in the new namespaces; the parent stays where it is. Each flag gives it a copy of what the parent has (mounts, host name) or something empty (network, IPC, PIDs).</source>
        <translation>子进程诞生在新的命名空间里，父进程留在原处。每个标志给它一份父进程所有之物的副本（挂载、主机名），或一个空的（网络、IPC、PID）。</translation>
    </message>
    <message>
        <source>The caller itself moves. For PID and time it does not: its next child is the first in the new one, and /proc/PID/ns/pid_for_children shows which. In new user namespaces it has all capabilities, and outside it loses them.</source>
        <translation>调用者自己移动。PID 和时间命名空间除外：它的下一个子进程才是新命名空间里的第一个，/proc/PID/ns/pid_for_children 显示是哪一个。在新的用户命名空间里它拥有全部权能，在外部则失去它们。</translation>
    </message>
    <message>
        <source>The caller enters namespaces that exist. It needs rights in the user namespace that owns them, which is why a user namespace is entered first; entering a PID namespace holds for its children only.</source>
        <translation>调用者进入已有的命名空间。它需要在拥有这些命名空间的用户命名空间里有权限，所以先进入用户命名空间；进入 PID 命名空间只对其子进程有效。</translation>
    </message>
    <message>
        <source>Where the command begins. The directory is looked up in the mounts of the container.</source>
        <translation>命令从这里开始。目录是在容器的挂载里查找的。</translation>
    </message>
    <message>
        <source>The program is another one from here on, the process and its namespaces stay. A process that is not root inside loses its capabilities with this call, since Linux computes them anew (capabilities(7)).</source>
        <translation>从这里起程序换成另一个，进程及其命名空间不变。内部不是 root 的进程会在此调用时失去权能，因为 Linux 会重新计算它们（capabilities(7)）。</translation>
    </message>
    <message>
        <source>PIDs mean what they mean inside. PID 1 of a namespace gets only signals that it has a handler for; from its own namespace not even SIGKILL ends it.</source>
        <translation>PID 按内部的含义解释。命名空间的 1 号进程只收到它有处理程序的信号；从它自己的命名空间里，连 SIGKILL 也不能结束它。</translation>
    </message>
    <message>
        <source>From an ancestor namespace SIGKILL and SIGSTOP reach PID 1 of the container as well.</source>
        <translation>从上级命名空间发出的 SIGKILL 和 SIGSTOP 也能到达容器的 1 号进程。</translation>
    </message>
    <message>
        <source>Groups of the outside would go on giving access to files, although they have no name inside.</source>
        <translation>外部的组会继续给予文件访问权，尽管它们在内部没有名字。</translation>
    </message>
    <message>
        <source>Whoever the process was outside, from here on it is this ID inside, which the map turns into one outside. An ID without a map is EINVAL.</source>
        <translation>无论该进程在外部是谁，从这里起它在内部就是这个 ID，映射再把它换成外部的 ID。没有映射的 ID 会得到 EINVAL。</translation>
    </message>
    <message>
        <source>Dropping a group could give access that the group was meant to deny. So since Linux 3.19 a user without rights has to forgo setgroups(2) before the group map can be written.</source>
        <translation>去掉一个组可能得到该组本来要禁止的访问。因此自 Linux 3.19 起，没有权限的用户必须先放弃 setgroups(2)，才能写组映射。</translation>
    </message>
    <message>
        <source>First ID inside, first ID outside, how many. Until it is written every ID shows as 65534, and nobody can become anybody. It can be written once only; an ordinary user may map the own ID and no other.</source>
        <translation>内部的第一个 ID、外部的第一个 ID、数量。写入之前所有 ID 都显示为 65534，谁也不能变成谁。它只能写一次；普通用户只能映射自己的 ID。</translation>
    </message>
    <message>
        <source>The same for groups. Without rights outside it takes “deny” in /proc/PID/setgroups first.</source>
        <translation>对组也一样。在外部没有权限时，要先在 /proc/PID/setgroups 里写入“deny”。</translation>
    </message>
    <message>
        <source>Clock, seconds and nanoseconds that it is ahead. They can be set only before the first process is in the time namespace; CLOCK_REALTIME has none.</source>
        <translation>时钟，以及它超前的秒数和纳秒数。只有在第一个进程进入时间命名空间之前才能设置；CLOCK_REALTIME 没有偏移。</translation>
    </message>
    <message>
        <source>A new mount namespace is a copy, and copies of shared mounts go on telling each other of what is mounted. This says which way that goes.</source>
        <translation>新的挂载命名空间是一份副本，共享挂载的副本会继续互相通报挂载了什么。这一步规定通报的方向。</translation>
    </message>
    <message>
        <source>The same directory at a second place. Nothing is copied; in a user namespace it is recursive, so that nothing that was covered shows.</source>
        <translation>同一个目录出现在第二个地方。什么也没有复制；在用户命名空间里它是递归的，这样被遮盖的东西不会露出来。</translation>
    </message>
    <message>
        <source>The old /proc still shows the PID namespace of whoever mounted it. Without this “ps” would list the processes of outside, with numbers that mean nothing inside.</source>
        <translation>旧的 /proc 仍显示挂载者的 PID 命名空间。没有这一步，“ps”会列出外部的进程，而那些编号在内部毫无意义。</translation>
    </message>
    <message>
        <source>It belongs to this mount namespace: nobody outside sees it, and it goes with the last process inside.</source>
        <translation>它属于这个挂载命名空间：外部谁也看不到它，它随内部的最后一个进程消失。</translation>
    </message>
    <message>
        <source>A remount would have to repeat every flag that the kernel locked; this changes one and leaves the others.</source>
        <translation>重新挂载必须重复内核锁定的每个标志；这个调用只改一个，其余不变。</translation>
    </message>
    <message>
        <source>A mount needs a directory to stand on. It is made on a file system of the container, never on one of the machine.</source>
        <translation>挂载需要一个目录作为挂载点。它建在容器自己的文件系统上，从不建在机器的文件系统上。</translation>
    </message>
    <message>
        <source>Mounts that came from a namespace with more rights are locked: they go all together or not at all (EINVAL).</source>
        <translation>来自权限更高的命名空间的挂载是锁定的：要么全部一起卸载，要么都不能（EINVAL）。</translation>
    </message>
    <message>
        <source>A new UTS namespace begins with a copy of both names. Changing one needs CAP_SYS_ADMIN in the user namespace that owns it, which root inside has.</source>
        <translation>新的 UTS 命名空间以两个名字的副本开始。更改需要在拥有它的用户命名空间里有 CAP_SYS_ADMIN，内部的 root 就有。</translation>
    </message>
    <message>
        <source>The NIS domain name, the other half of a UTS namespace. It has nothing to do with the Internet&apos;s domains.</source>
        <translation>NIS 域名，UTS 命名空间的另一半。它与互联网的域名无关。</translation>
    </message>
    <message>
        <source>A new network namespace has one interface, the loopback, and that is down: not even “ping 127.0.0.1” works before this.</source>
        <translation>新的网络命名空间只有一个接口，即环回，而且是关闭的：在这一步之前连“ping 127.0.0.1”都不通。</translation>
    </message>
    <message>
        <source>Addresses and routes belong to the network namespace: two of them may use the same without a conflict.</source>
        <translation>地址和路由属于网络命名空间：两个命名空间可以使用相同的地址而不冲突。</translation>
    </message>
    <message>
        <source>It lives in the IPC namespace until somebody removes it or the namespace goes; no process has to hold it.</source>
        <translation>它存在于 IPC 命名空间中，直到有人删除它或命名空间消失；不需要有进程持有它。</translation>
    </message>
    <message>
        <source>POSIX queues have names like files, in a file system of their own for each IPC namespace.</source>
        <translation>POSIX 队列像文件一样有名字，位于每个 IPC 命名空间各自的文件系统里。</translation>
    </message>
    <message>
        <source>A pseudoterminal has two ends: what is written to one is read from the other. It belongs to the devpts file system that it was opened from, and no namespace of its own isolates it.</source>
        <translation>伪终端有两端：写入一端的内容从另一端读出。它属于打开它时所在的 devpts 文件系统，没有专门隔离它的命名空间。</translation>
    </message>
    <message>
        <source>A terminal controls one session. The leader of a new one has left the terminal of whoever started it, and can take another.</source>
        <translation>一个终端控制一个会话。新会话的首进程已离开启动者的终端，可以另取一个。</translation>
    </message>
    <message>
        <source>Only with a controlling terminal are there jobs, Ctrl+C and Ctrl+Z, and a SIGHUP when it is closed.</source>
        <translation>有了控制终端，才有作业、Ctrl+C 和 Ctrl+Z，以及关闭时的 SIGHUP。</translation>
    </message>
    <message>
        <source>Directories laid over each other: what is in an upper one hides what has the same name below. Only the topmost takes what is written, so many containers share what lies below.</source>
        <translation>目录层层叠加：上层的内容会遮住下层同名的内容。只有最上层接受写入，因此许多容器可以共用下面的各层。</translation>
    </message>
    <message>
        <source>An interface carries nothing before it is up, and its network has no route.</source>
        <translation>接口启用之前不传送任何数据，它的网络也没有路由。</translation>
    </message>
    <message>
        <source>A device is in one network namespace at a time. The two ends of a veth pair may be in different ones, and what goes into one comes out of the other. The pair goes with either end, and so with the network namespace.</source>
        <translation>一个设备同一时间只位于一个网络命名空间中。veth 对的两端可以位于不同的命名空间，从一端进入的数据从另一端出来。任何一端消失，这一对就一起消失，因此也随网络命名空间一起消失。</translation>
    </message>
    <message>
        <source>At the end of the cable inside is somebody who may send anything, with any sender. These settings of the end outside keep that from the rest of the machine, and from others.</source>
        <translation>网线的内部一端可以发送任何内容，并使用任何发送者地址。外部一端的这些设置使其不会影响主机的其余部分，也不会影响他人。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This program runs in a chroot, and there the kernel refuses new user namespaces. Start it outside of the chroot, or enter that root with pivot_root instead.</source>
        <translation>本程序运行在 chroot 中，内核不允许在那里新建用户命名空间。请在 chroot 之外启动它，或改用 pivot_root 进入该根目录。</translation>
    </message>
    <message>
        <source>Without a new user namespace this takes the capability CAP_SYS_ADMIN. Make the user namespace new too, or start it as an administrator.</source>
        <translation>没有新的用户命名空间时，这需要权能 CAP_SYS_ADMIN。请同时新建用户命名空间，或以管理员身份启动。</translation>
    </message>
    <message>
        <source>This machine denies user namespaces to ordinary users: %1. An administrator can change that setting with sysctl, or start this.</source>
        <translation>这台机器不允许普通用户使用用户命名空间：%1。管理员可以用 sysctl 更改该设置，或由管理员来启动。</translation>
    </message>
    <message>
        <source>User namespaces are often denied by the system: look at the settings kernel.apparmor_restrict_unprivileged_userns (Ubuntu) and kernel.unprivileged_userns_clone (Debian), at the seccomp filter of a surrounding container, and whether this runs in a chroot.</source>
        <translation>系统常常禁止使用用户命名空间：请查看设置 kernel.apparmor_restrict_unprivileged_userns (Ubuntu) 和 kernel.unprivileged_userns_clone (Debian)、外层容器的 seccomp 过滤器，以及本程序是否运行在 chroot 中。</translation>
    </message>
    <message>
        <source>A limit on the number of namespaces is reached, or they are nested too deeply (32 levels). See the limits with “sysctl %1”; an administrator can raise them, and namespaces that are no longer used count until their last process is gone.</source>
        <translation>已达到命名空间的数量限制，或嵌套过深（最多 32 层）。可用“sysctl %1”查看限制；管理员可以提高限制。不再使用的命名空间在其最后一个进程消失之前仍然计数。</translation>
    </message>
    <message>
        <source>User namespaces are nested too deeply: the kernel allows 32 levels.</source>
        <translation>用户命名空间嵌套过深：内核最多允许 32 层。</translation>
    </message>
    <message>
        <source>This kernel may be built without one of these kinds (look into /proc/self/ns), or a second new PID namespace was asked for before the first one had a process.</source>
        <translation>内核在编译时可能没有包含其中某一种（请查看 /proc/self/ns），或者在第一个新的 PID 命名空间有进程之前又请求了第二个。</translation>
    </message>
    <message>
        <source>Memory is short, or the first process of the PID namespace has already ended: then no other can be started in it.</source>
        <translation>内存不足，或 PID 命名空间的第一个进程已经结束：此后其中不能再启动其他进程。</translation>
    </message>
    <message>
        <source>This kernel, or a seccomp filter around this program, does not offer the call. Use the method “unshare”, or Linux 5.3 or later.</source>
        <translation>此内核或本程序外围的 seccomp 过滤器不提供该调用。请使用方法“unshare”，或 Linux 5.3 及更高版本。</translation>
    </message>
    <message>
        <source>The limit on processes is reached (ulimit -u, or pids.max of the control group).</source>
        <translation>已达到进程数限制（ulimit -u，或控制组的 pids.max）。</translation>
    </message>
    <message>
        <source>An ordinary user may map the own group only, and only after “deny” was written to setgroups. Other groups take an administrator; a second write is refused too.</source>
        <translation>普通用户只能映射自己的组，而且必须先向 setgroups 写入“deny”。映射其他组需要管理员；第二次写入也会被拒绝。</translation>
    </message>
    <message>
        <source>An ordinary user may map the own user ID only; others take an administrator. The map can be written once: a second write is refused too.</source>
        <translation>普通用户只能映射自己的用户 ID；映射其他 ID 需要管理员。映射只能写入一次：第二次写入会被拒绝。</translation>
    </message>
    <message>
        <source>The kernel found the map wrong: ranges that overlap, a count of 0, an ID that does not exist outside, or more than 340 lines.</source>
        <translation>内核认为映射有误：范围重叠、数量为 0、ID 在外部不存在，或超过 340 行。</translation>
    </message>
    <message>
        <source>The offsets can be set only until the first process enters the time namespace.</source>
        <translation>只有在第一个进程进入时间命名空间之前才能设置偏移。</translation>
    </message>
    <message>
        <source>With this offset a clock would show a time before zero or beyond its range. Use a smaller offset.</source>
        <translation>采用此偏移，时钟会显示零点之前或超出其范围的时间。请使用较小的偏移。</translation>
    </message>
    <message>
        <source>Setting clocks takes CAP_SYS_TIME in the user namespace that owns the time namespace. Make the user namespace new too.</source>
        <translation>设置时钟需要在拥有该时间命名空间的用户命名空间中具有 CAP_SYS_TIME。请同时新建用户命名空间。</translation>
    </message>
    <message>
        <source>In a user namespace, proc can be mounted only together with a new PID namespace, and only if the /proc that is there is whole: in many containers parts of it are covered or read-only. Leave “mountProc” out there, or run it outside of that container.</source>
        <translation>在用户命名空间中，只有同时新建 PID 命名空间，并且现有的 /proc 完整时，才能挂载 proc：在许多容器里，/proc 的一部分被覆盖或只读。请在那里去掉“mountProc”，或在该容器之外运行。</translation>
    </message>
    <message>
        <source>In a user namespace, sysfs can be mounted only with a new network namespace, and only if the /sys that is there is whole.</source>
        <translation>在用户命名空间中，只有新建网络命名空间，并且现有的 /sys 完整时，才能挂载 sysfs。</translation>
    </message>
    <message>
        <source>Mounting takes CAP_SYS_ADMIN in the user namespace that owns the mount namespace. Make the mount namespace new, and as an ordinary user the user namespace as well.</source>
        <translation>挂载需要在拥有该挂载命名空间的用户命名空间中具有 CAP_SYS_ADMIN。请新建挂载命名空间；普通用户还要新建用户命名空间。</translation>
    </message>
    <message>
        <source>Process %1 is not there, or has ended. Choose one that runs.</source>
        <translation>进程 %1 不存在，或已经结束。请选择一个正在运行的进程。</translation>
    </message>
    <message>
        <source>%1 does not exist. Named network namespaces stand in /run/netns, those of a process in /proc/PID/ns.</source>
        <translation>%1 不存在。命名的网络命名空间位于 /run/netns，进程的命名空间位于 /proc/PID/ns。</translation>
    </message>
    <message>
        <source>Looking at another process&apos;s namespaces takes the rights to trace it (ptrace(2)): the same user, or an administrator.</source>
        <translation>查看另一个进程的命名空间需要有跟踪它的权限 (ptrace(2))：同一用户，或管理员。</translation>
    </message>
    <message>
        <source>Entering takes CAP_SYS_ADMIN in the user namespace that owns the target. Join that user namespace first, before the others, and do not make a new one; or ask an administrator.</source>
        <translation>进入需要在拥有目标的用户命名空间中具有 CAP_SYS_ADMIN。请先于其他命名空间加入该用户命名空间，并且不要新建；或请管理员来做。</translation>
    </message>
    <message>
        <source>The target is not of this kind, or it is the user namespace in which one already is, or a PID namespace that is no descendant of the own one.</source>
        <translation>目标不是这一种，或者它是当前已经处于其中的用户命名空间，或者是并非自身后代的 PID 命名空间。</translation>
    </message>
    <message>
        <source>The process whose namespaces were to be joined has ended.</source>
        <translation>要加入其命名空间的进程已经结束。</translation>
    </message>
    <message>
        <source>A time namespace can be entered by a process with a single thread only.</source>
        <translation>只有单线程的进程才能进入时间命名空间。</translation>
    </message>
    <message>
        <source>Joining several namespaces of a process at once takes Linux 5.8.</source>
        <translation>一次加入某个进程的多个命名空间需要 Linux 5.8。</translation>
    </message>
    <message>
        <source>After the group map is written, or where it is denied further out, this can no longer be changed.</source>
        <translation>写入组映射之后，或者外层已经禁止时，此项不能再更改。</translation>
    </message>
    <message>
        <source>%1 has to exist before something can be mounted there.</source>
        <translation>%1 必须先存在，才能在那里挂载。</translation>
    </message>
    <message>
        <source>A directory can be mounted on a directory only, and a file on a file: look at %1.</source>
        <translation>目录只能挂载到目录上，文件只能挂载到文件上：请检查 %1。</translation>
    </message>
    <message>
        <source>%1 is no mount, or an option is not known to this file system. Mounts that came from a more privileged namespace are locked: they can be bound only with everything below them (“rbind”).</source>
        <translation>%1 不是挂载点，或此文件系统不认识某个选项。来自更高特权命名空间的挂载是锁定的：只能连同其下的一切一起绑定（“rbind”）。</translation>
    </message>
    <message>
        <source>This kernel has no file system “%1”.</source>
        <translation>此内核没有文件系统“%1”。</translation>
    </message>
    <message>
        <source>The same is already mounted at %1.</source>
        <translation>%1 处已经挂载了同样的内容。</translation>
    </message>
    <message>
        <source>Some of the attributes are locked, because the mount came from a more privileged namespace: they can be tightened but not loosened.</source>
        <translation>部分属性已锁定，因为该挂载来自更高特权的命名空间：可以收紧，但不能放宽。</translation>
    </message>
    <message>
        <source>This call exists since Linux 5.12.</source>
        <translation>此调用自 Linux 5.12 起才有。</translation>
    </message>
    <message>
        <source>What is mounted above %1 can&apos;t be written to.</source>
        <translation>%1 所在的挂载不可写。</translation>
    </message>
    <message>
        <source>Changing an interface takes CAP_NET_ADMIN in the user namespace that owns the network namespace. Make the network namespace new, and as an ordinary user the user namespace as well.</source>
        <translation>更改接口需要在拥有该网络命名空间的用户命名空间中具有 CAP_NET_ADMIN。请新建网络命名空间；普通用户还要新建用户命名空间。</translation>
    </message>
    <message>
        <source>There is no such interface in this network namespace.</source>
        <translation>此网络命名空间中没有这个接口。</translation>
    </message>
    <message>
        <source>setgroups() is denied in this user namespace, as it has to be where an ordinary user wrote the group map.</source>
        <translation>此用户命名空间禁止 setgroups()；由普通用户写入组映射时必须如此。</translation>
    </message>
    <message>
        <source>Inside, there is no directory %1: mounts may have covered it.</source>
        <translation>内部没有目录 %1：它可能被挂载覆盖了。</translation>
    </message>
    <message>
        <source>Inside, there is no program “%1”, neither at that path nor along PATH. Mounts may have covered it, or its interpreter is missing.</source>
        <translation>内部没有程序“%1”：该路径和 PATH 中都没有。它可能被挂载覆盖了，或缺少其解释器。</translation>
    </message>
    <message>
        <source>“%1” may not be executed: it lacks the x permission, is a directory, or stands on a mount with “noexec”.</source>
        <translation>“%1”不可执行：它没有 x 权限，或是目录，或位于带“noexec”的挂载上。</translation>
    </message>
    <message>
        <source>“%1” is no program for this machine; a script needs a first line such as #!/bin/sh.</source>
        <translation>“%1”不是适用于这台机器的程序；脚本的第一行需要类似 #!/bin/sh。</translation>
    </message>
    <message>
        <source>The arguments and the environment are too long together.</source>
        <translation>参数和环境变量合起来太长。</translation>
    </message>
    <message>
        <source>Setting the name takes CAP_SYS_ADMIN in the user namespace that owns the UTS namespace. Make the UTS namespace new, and as an ordinary user the user namespace as well.</source>
        <translation>设置名称需要在拥有该 UTS 命名空间的用户命名空间中具有 CAP_SYS_ADMIN。请新建 UTS 命名空间；普通用户还要新建用户命名空间。</translation>
    </message>
    <message>
        <source>The ID is not mapped in this user namespace, so it does not exist inside. Add it to the map.</source>
        <translation>该 ID 未在此用户命名空间中映射，因此在内部不存在。请把它加入映射。</translation>
    </message>
    <message>
        <source>Taking on another ID takes CAP_SETUID or CAP_SETGID in the user namespace. Is the map written, and does it have that ID?</source>
        <translation>改用另一个 ID 需要在该用户命名空间中具有 CAP_SETUID 或 CAP_SETGID。映射是否已写入？其中有这个 ID 吗？</translation>
    </message>
    <message>
        <source>The limit on processes of that user is reached (ulimit -u).</source>
        <translation>已达到该用户的进程数限制（ulimit -u）。</translation>
    </message>
    <message>
        <source>The kernel answered %1: %2.</source>
        <translation>内核返回 %1：%2。</translation>
    </message>
    <message>
        <source>A capability may be missing in the user namespace that owns this, or a security module (AppArmor, SELinux) or a seccomp filter refused it. See the ERRORS section of “man 2 %1”.</source>
        <translation>可能是在拥有它的用户命名空间中缺少某项权能，或被安全模块 (AppArmor、SELinux) 或 seccomp 过滤器拒绝。请参阅“man 2 %1”的 ERRORS 一节。</translation>
    </message>
    <message>
        <source>The kernel is older than this call, or a seccomp filter hides it. See “man 2 %1”.</source>
        <translation>内核比此调用更旧，或被 seccomp 过滤器隐藏。请参阅“man 2 %1”。</translation>
    </message>
    <message>
        <source>A limit of the machine, of this user or of the control group is reached. See the ERRORS section of “man 2 %1”.</source>
        <translation>已达到这台机器、此用户或控制组的某项限制。请参阅“man 2 %1”的 ERRORS 一节。</translation>
    </message>
    <message>
        <source>See the ERRORS section of “man 2 %1”.</source>
        <translation>请参阅“man 2 %1”的 ERRORS 一节。</translation>
    </message>
    <message>
        <source>The program that makes the namespaces, %1, can&apos;t be started: %2. Install the program again, or build all of it.</source>
        <translation>无法启动创建命名空间的程序 %1：%2。请重新安装本程序，或完整构建它。</translation>
    </message>
    <message>
        <source>The supervisor was started but did not answer in time.</source>
        <translation>监管进程已启动，但没有及时应答。</translation>
    </message>
    <message>
        <source>The supervisor ended before it was ready.</source>
        <translation>监管进程在就绪之前就结束了。</translation>
    </message>
    <message>
        <source>The supervisor went away without saying why. What it had made is gone with it.</source>
        <translation>监管进程不明原因地消失了。它所做的一切也随之清除。</translation>
    </message>
    <message>
        <source>What answered does not speak as our supervisor does (%1). Are the window and the supervisor of the same version?</source>
        <translation>应答者使用的协议与我们的监管进程不符 (%1)。窗口与监管进程的版本相同吗？</translation>
    </message>
    <message>
        <source>This needs an administrator, and it was denied (polkit). Nothing was done. With a new user namespace it would run as you.</source>
        <translation>这需要管理员，但被 polkit 拒绝。未做任何更改。新建用户命名空间即可以您的身份运行。</translation>
    </message>
    <message>
        <source>The helper is asking somebody else just now. Try again.</source>
        <translation>特权助手此刻正在询问其他人。请重试。</translation>
    </message>
    <message>
        <source>the caller has not the right to do this</source>
        <translation>调用者无权这样做</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不够</translation>
    </message>
    <message>
        <source>there is no such file or directory</source>
        <translation>没有那个文件或目录</translation>
    </message>
    <message>
        <source>there is no such process</source>
        <translation>没有那个进程</translation>
    </message>
    <message>
        <source>an argument makes no sense here</source>
        <translation>参数在此处无意义</translation>
    </message>
    <message>
        <source>there is no room left, or a limit is reached</source>
        <translation>空间不足，或达到限制</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>there is no such call here</source>
        <translation>没有这个调用</translation>
    </message>
    <message>
        <source>too many users or levels</source>
        <translation>用户或层级过多</translation>
    </message>
    <message>
        <source>there is no such device</source>
        <translation>没有那个设备</translation>
    </message>
    <message>
        <source>something on the path is not a directory</source>
        <translation>路径中有一部分不是目录</translation>
    </message>
    <message>
        <source>a resource is short at the moment</source>
        <translation>资源暂时不足</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>the other end went away</source>
        <translation>对端已断开</translation>
    </message>
    <message>
        <source>Step %1 failed: %2.</source>
        <translation>步骤 %1 失败：%2。</translation>
    </message>
    <message>
        <source>%1 did not work: %2 (%3).</source>
        <translation>%1 未成功：%2 (%3)。</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>Hostname (UTS)</source>
        <translation>主机名 (UTS)</translation>
    </message>
    <message>
        <source>Message queues (IPC)</source>
        <translation>消息队列 (IPC)</translation>
    </message>
    <message>
        <source>Process IDs (PID)</source>
        <translation>进程号 (PID)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>用户与权限</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>控制组</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Has its own list of mounts: what is mounted inside is not seen outside.</source>
        <translation>有自己的挂载列表：内部的挂载在外部看不到。</translation>
    </message>
    <message>
        <source>Has its own hostname and NIS domain name.</source>
        <translation>有自己的主机名和 NIS 域名。</translation>
    </message>
    <message>
        <source>Has its own System V queues, semaphores and shared memory, and its own POSIX message queues.</source>
        <translation>有自己的 System V 队列、信号量和共享内存，以及自己的 POSIX 消息队列。</translation>
    </message>
    <message>
        <source>Numbers its processes from 1, and does not see the processes outside.</source>
        <translation>进程从 1 开始编号，且看不到外部的进程。</translation>
    </message>
    <message>
        <source>Has its own interfaces, addresses, routes, firewall rules and ports.</source>
        <translation>有自己的接口、地址、路由、防火墙规则和端口。</translation>
    </message>
    <message>
        <source>Has its own user and group IDs, mapped to those outside: one can be root inside and nobody special outside.</source>
        <translation>有自己的用户 ID 和组 ID，映射到外部的 ID：在内部可以是 root，在外部只是普通用户。</translation>
    </message>
    <message>
        <source>Sees its own control group as the root of the tree, and nothing above it.</source>
        <translation>把自己的控制组看作树的根，看不到其上的任何东西。</translation>
    </message>
    <message>
        <source>Has clocks of its own for the time since boot: a machine that seems to have started earlier or later.</source>
        <translation>有自己的启动后计时的时钟：就像一台更早或更晚启动的机器。</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Message queues and shared memory</source>
        <translation>消息队列与共享内存</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Control group</source>
        <translation>控制组</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>mount</source>
        <comment>kind of namespace, in a list</comment>
        <translation>挂载</translation>
    </message>
    <message>
        <source>UTS (hostname)</source>
        <comment>kind of namespace, in a list</comment>
        <translation>UTS（主机名）</translation>
    </message>
    <message>
        <source>IPC</source>
        <comment>kind of namespace, in a list</comment>
        <translation>IPC</translation>
    </message>
    <message>
        <source>PID</source>
        <comment>kind of namespace, in a list</comment>
        <translation>PID</translation>
    </message>
    <message>
        <source>network</source>
        <comment>kind of namespace, in a list</comment>
        <translation>网络</translation>
    </message>
    <message>
        <source>user</source>
        <comment>kind of namespace, in a list</comment>
        <translation>用户</translation>
    </message>
    <message>
        <source>cgroup</source>
        <comment>kind of namespace, in a list</comment>
        <translation>cgroup</translation>
    </message>
    <message>
        <source>time</source>
        <comment>kind of namespace, in a list</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Makes all mounts private: what is mounted from now on stays inside, and what is mounted outside does not come in.</source>
        <translation>将所有挂载设为私有：此后在内部挂载的留在内部，在外部挂载的不会进来。</translation>
    </message>
    <message>
        <source>Makes all mounts slaves: what is mounted outside comes in, what is mounted inside does not go out.</source>
        <translation>将所有挂载设为从属：外部的挂载会传入，内部的挂载不会传出。</translation>
    </message>
    <message>
        <source>Makes all mounts shared: they pass mounts on to their copies, as far as the user namespaces allow.</source>
        <translation>将所有挂载设为共享：在用户命名空间允许的范围内，它们会把挂载传给各自的副本。</translation>
    </message>
    <message>
        <source>Makes all mounts unbindable: private, and not to be bound elsewhere.</source>
        <translation>将所有挂载设为不可绑定：私有，且不可绑定到别处。</translation>
    </message>
    <message>
        <source>Shows %1 at %2 as well: a bind mount.</source>
        <translation>使 %1 也出现在 %2：绑定挂载。</translation>
    </message>
    <message>
        <source>Mounts a fresh %1: it shows the processes of the PID namespace of whoever mounts it.</source>
        <translation>挂载全新的 %1：它显示挂载者的 PID 命名空间中的进程。</translation>
    </message>
    <message>
        <source>Mounts an empty file system in memory at %1.</source>
        <translation>在 %1 挂载一个空的内存文件系统。</translation>
    </message>
    <message>
        <source>Shows the POSIX message queues of the IPC namespace at %1.</source>
        <translation>在 %1 显示 IPC 命名空间的 POSIX 消息队列。</translation>
    </message>
    <message>
        <source>Mounts a sysfs at %1: it shows the devices of the network namespace.</source>
        <translation>在 %1 挂载 sysfs：它显示该网络命名空间的设备。</translation>
    </message>
    <message>
        <source>Mounts %1 at %2.</source>
        <translation>将 %1 挂载到 %2。</translation>
    </message>
    <message>
        <source>Takes hold of process %1, so that its number cannot pass to another process in the meantime.</source>
        <translation>保持对进程 %1 的引用，使其编号在此期间不会被另一个进程占用。</translation>
    </message>
    <message>
        <source>Opens %1, which stands for a namespace.</source>
        <translation>打开代表命名空间的 %1。</translation>
    </message>
    <message>
        <source>Creates the process that becomes the container. A process never changes its own PID namespace; only its children are in the new one, so the first of them carries on.</source>
        <translation>创建将成为容器的进程。进程从不改变自己的 PID 命名空间；只有它的子进程才在新的里面，因此由第一个子进程继续。</translation>
    </message>
    <message>
        <source>Creates the process that becomes the container, in new namespaces: %1. It takes the place of its creator, as child of the same parent.</source>
        <translation>在新的命名空间中创建将成为容器的进程：%1。它取代其创建者，成为同一父进程的子进程。</translation>
    </message>
    <message>
        <source>Creates a process, still in the same namespaces as its creator.</source>
        <translation>创建一个进程，它仍处于与创建者相同的命名空间。</translation>
    </message>
    <message>
        <source>Creates a process that is born in new namespaces: %1.</source>
        <translation>创建一个诞生于新命名空间的进程：%1。</translation>
    </message>
    <message>
        <source>Leaves the shared namespaces for new ones: %1.</source>
        <translation>离开共享的命名空间，进入新的：%1。</translation>
    </message>
    <message>
        <source>New PID and time namespaces hold from the next child on.</source>
        <translation>新的 PID 和时间命名空间从下一个子进程起生效。</translation>
    </message>
    <message>
        <source>Steps into namespaces of %1: %2.</source>
        <translation>进入%1 的命名空间：%2。</translation>
    </message>
    <message>
        <source>Forbids setgroups() inside, which the kernel asks for before an ordinary user may write a group map.</source>
        <translation>在内部禁止 setgroups()；内核要求普通用户在写入组映射之前这样做。</translation>
    </message>
    <message>
        <source>Allows setgroups() inside.</source>
        <translation>在内部允许 setgroups()。</translation>
    </message>
    <message>
        <source>Says which user IDs inside stand for which outside: “%1”.</source>
        <translation>指定内部的用户 ID 对应外部的哪些：“%1”。</translation>
    </message>
    <message>
        <source>Says which group IDs inside stand for which outside: “%1”.</source>
        <translation>指定内部的组 ID 对应外部的哪些：“%1”。</translation>
    </message>
    <message>
        <source>Sets how far the clocks inside are ahead, while the time namespace is still empty: “%1”.</source>
        <translation>趁时间命名空间还是空的，设置内部时钟快多少：“%1”。</translation>
    </message>
    <message>
        <source>Makes %1 read-only.</source>
        <translation>将 %1 设为只读。</translation>
    </message>
    <message>
        <source>Restricts the mount at %1: %2.</source>
        <translation>限制 %1 处的挂载：%2。</translation>
    </message>
    <message>
        <source>Makes the directory %1, for something to be mounted there.</source>
        <translation>创建目录 %1，供挂载之用。</translation>
    </message>
    <message>
        <source>Gives the container its own hostname, “%1”.</source>
        <translation>给容器设置自己的主机名“%1”。</translation>
    </message>
    <message>
        <source>Gives the container its own NIS domain name, “%1”.</source>
        <translation>给容器设置自己的 NIS 域名“%1”。</translation>
    </message>
    <message>
        <source>Switches the interface %1 on.</source>
        <translation>启用接口 %1。</translation>
    </message>
    <message>
        <source>Gives up the supplementary groups from outside.</source>
        <translation>放弃来自外部的附加组。</translation>
    </message>
    <message>
        <source>Sets the supplementary groups.</source>
        <translation>设置附加组。</translation>
    </message>
    <message>
        <source>Becomes group %1 inside.</source>
        <translation>在内部成为组 %1。</translation>
    </message>
    <message>
        <source>Becomes user %1 inside.</source>
        <translation>在内部成为用户 %1。</translation>
    </message>
    <message>
        <source>Goes to the directory %1.</source>
        <translation>进入目录 %1。</translation>
    </message>
    <message>
        <source>Starts the command in a child: %1. The process itself stays as an init that reaps.</source>
        <translation>在子进程中启动命令：%1。进程自身留下来充当回收子进程的 init。</translation>
    </message>
    <message>
        <source>Becomes the command: %1.</source>
        <translation>变为命令：%1。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read or written: %2.</source>
        <translation>无法读取或写入“%1”：%2。</translation>
    </message>
    <message>
        <source>At line:column %1 this is no longer JSON: %2. Often a comma, a quote or a bracket is missing, or one too many, just before.</source>
        <translation>在第 %1（行:列）处不再是有效的 JSON：%2。常见的原因是其前面少了或多了逗号、引号或括号。</translation>
    </message>
    <message>
        <source>There are %1 bytes; at most %2 are read. A configuration has a few hundred.</source>
        <translation>有 %1 个字节；最多读取 %2 个。一份配置只有几百个字节。</translation>
    </message>
    <message>
        <source>Found %1, but a value of type %2 belongs here.</source>
        <translation>此处是 %1，但应为 %2 类型的值。</translation>
    </message>
    <message>
        <source>There is no field “%1” here. Known are: %2.</source>
        <translation>此处没有字段“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>The field “%2” is missing here.</source>
        <translation>此处缺少字段“%2”。</translation>
    </message>
    <message>
        <source>%1 is out of range; right would be %2.</source>
        <translation>%1 超出范围；正确的是 %2。</translation>
    </message>
    <message>
        <source>“%1” is not known here. Known are: %2.</source>
        <translation>“%1”在此处未知。已知的有：%2。</translation>
    </message>
    <message>
        <source>Found “%1”, but exactly one of these belongs here: %2.</source>
        <translation>此处是“%1”，但应当恰好是下列之一：%2。</translation>
    </message>
    <message>
        <source>The file has version %1 of the format; this program reads version %2.</source>
        <translation>文件的格式版本是 %1；本程序读取版本 %2。</translation>
    </message>
    <message>
        <source>The list is empty; at least one container is needed.</source>
        <translation>列表是空的；至少需要一个容器。</translation>
    </message>
    <message>
        <source>There are several containers; only the first one is run for now.</source>
        <translation>有多个容器；目前只运行第一个。</translation>
    </message>
    <message>
        <source>This is empty; it needs at least one character.</source>
        <translation>此处为空；至少需要一个字符。</translation>
    </message>
    <message>
        <source>This name has %1 bytes; right would be at most %2.</source>
        <translation>此名称有 %1 个字节；正确的是最多 %2 个。</translation>
    </message>
    <message>
        <source>“%1” has a character that is not allowed here, a line break or a null; leave it out.</source>
        <translation>“%1”中有此处不允许的字符（换行或空字符）；请去掉它。</translation>
    </message>
    <message>
        <source>“%1” is no absolute path; right would be one that begins with “/”.</source>
        <translation>“%1”不是绝对路径；正确的路径以“/”开头。</translation>
    </message>
    <message>
        <source>A bind mount shows something that exists at a second place; “source” has to say what.</source>
        <translation>绑定挂载使已有的内容出现在第二个位置；“source”必须说明是哪个内容。</translation>
    </message>
    <message>
        <source>Only a bind mount has a source; leave it out for the type “%1”.</source>
        <translation>只有绑定挂载才有源；类型为“%1”时请去掉它。</translation>
    </message>
    <message>
        <source>The mount option “%1” is not known for this type. Known are: %2.</source>
        <translation>此类型没有挂载选项“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>The PID namespace is new and the mount namespace is not, so /proc still shows the processes outside. Make the mount namespace new too to see the own ones.</source>
        <translation>PID 命名空间是新的，挂载命名空间却不是，因此 /proc 仍显示外部的进程。请同时新建挂载命名空间，以看到自己的进程。</translation>
    </message>
    <message>
        <source>An ordinary user may mount a proc file system only with a new PID namespace. Make the PID namespace new too.</source>
        <translation>普通用户只有在新建 PID 命名空间时才能挂载 proc 文件系统。请同时新建 PID 命名空间。</translation>
    </message>
    <message>
        <source>An ordinary user may mount a sysfs only with a new network namespace. Make the network namespace new too.</source>
        <translation>普通用户只有在新建网络命名空间时才能挂载 sysfs。请同时新建网络命名空间。</translation>
    </message>
    <message>
        <source>A range of 0 IDs maps nothing; right would be a count of at least 1.</source>
        <translation>含 0 个 ID 的范围什么也不映射；正确的数量至少为 1。</translation>
    </message>
    <message>
        <source>A range of %1 IDs goes beyond the largest ID that there is, 4294967294; right would be a smaller count, or a smaller first ID.</source>
        <translation>含 %1 个 ID 的范围超出了最大的 ID 4294967294；请使用较小的数量或较小的起始 ID。</translation>
    </message>
    <message>
        <source>The IDs %1 are also in %2; each ID can be mapped once only.</source>
        <translation>ID %1 也在 %2 中；每个 ID 只能映射一次。</translation>
    </message>
    <message>
        <source>There are %1 ranges; the kernel takes at most %2.</source>
        <translation>有 %1 个范围；内核最多接受 %2 个。</translation>
    </message>
    <message>
        <source>The IDs %1 do not exist out here, in the user namespace of this program, so they cannot be mapped; right would be “self” or IDs of its own map.</source>
        <translation>ID %1 在外部（本程序所在的用户命名空间）不存在，因此无法映射；正确的是“self”，或其自身映射中的 ID。</translation>
    </message>
    <message>
        <source>An ordinary user may write a group map only after giving up setgroups(): set “setgroups” to “deny”.</source>
        <translation>普通用户必须先放弃 setgroups() 才能写入组映射：请将“setgroups”设为“deny”。</translation>
    </message>
    <message>
        <source>This kernel has no namespaces of this kind; they came with Linux %2 and can be left out when a kernel is built. Leave this kind out.</source>
        <translation>此内核没有这种命名空间；它们始于 Linux %2，编译内核时可以不包含。请去掉这一种。</translation>
    </message>
    <message>
        <source>This machine allows no namespaces of this kind: the limit in %1 is 0. An administrator can raise it with sysctl.</source>
        <translation>这台机器不允许这种命名空间：%1 中的限制为 0。管理员可以用 sysctl 提高它。</translation>
    </message>
    <message>
        <source>This machine may deny user namespaces to ordinary users: %1. An administrator can change that setting with sysctl.</source>
        <translation>这台机器可能不允许普通用户使用用户命名空间：%1。管理员可以用 sysctl 更改该设置。</translation>
    </message>
    <message>
        <source>This program runs in a chroot, where the kernel refuses new user namespaces. Start it outside of the chroot, or make the root by pivot_root instead.</source>
        <translation>本程序运行在 chroot 中，内核不允许在那里新建用户命名空间。请在 chroot 之外启动它，或改用 pivot_root 建立根目录。</translation>
    </message>
    <message>
        <source>There is no file “%1” to join; right would be one such as /proc/PID/ns/net or /run/netns/NAME.</source>
        <translation>没有可加入的文件“%1”；正确的文件例如 /proc/PID/ns/net 或 /run/netns/NAME。</translation>
    </message>
    <message>
        <source>“%1” does not stand for a namespace; right would be one such as /proc/PID/ns/net or /run/netns/NAME.</source>
        <translation>“%1”不代表命名空间；正确的文件例如 /proc/PID/ns/net 或 /run/netns/NAME。</translation>
    </message>
    <message>
        <source>This stands for a namespace of the kind %1, but one of the kind %2 is to be joined.</source>
        <translation>它代表的命名空间类型是 %1，但要加入的类型是 %2。</translation>
    </message>
    <message>
        <source>Joining %1 takes rights in the user namespace that owns it, number %2. Join that user namespace as well: the same target under “user”.</source>
        <translation>加入%1 需要在拥有它的用户命名空间（编号 %2）中具有权限。请同时加入该用户命名空间：在“user”下写同样的目标。</translation>
    </message>
    <message>
        <source>This program already is in the user namespace of %1, and the kernel lets nobody join the own one again. Leave “user” out.</source>
        <translation>本程序已经处于%1 的用户命名空间中，而内核不允许再次加入自己的用户命名空间。请去掉“user”。</translation>
    </message>
    <message>
        <source>With an offset of %1 seconds the clock would show a time that the kernel does not allow; right would be %2.</source>
        <translation>偏移为 %1 秒时，时钟会显示内核不允许的时间；正确的是 %2。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of an environment variable: it must not be empty or have “=” in it.</source>
        <translation>“%1”不能作为环境变量的名称：它不能为空，也不能含有“=”。</translation>
    </message>
    <message>
        <source>The command has %1 words; at most %2 are taken.</source>
        <translation>命令有 %1 个词；最多接受 %2 个。</translation>
    </message>
    <message>
        <source>This needs an administrator, because these are new without a new user namespace: %1. Make the user namespace new too, and it runs as you.</source>
        <translation>这需要管理员，因为这些命名空间是新的，却没有新的用户命名空间：%1。请同时新建用户命名空间，即可以您的身份运行。</translation>
    </message>
    <message>
        <source>This needs an administrator: an ordinary user may map the own ID, %1, and no other.</source>
        <translation>这需要管理员：普通用户只能映射自己的 ID %1，不能映射其他 ID。</translation>
    </message>
    <message>
        <source>This needs an administrator, because you have no rights over the namespaces of %1.</source>
        <translation>这需要管理员，因为您对%1 的命名空间没有权限。</translation>
    </message>
    <message>
        <source>A container is running already; it has to end first.</source>
        <translation>已有一个容器在运行；须先等它结束。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Its own /proc</source>
        <translation>自己的 /proc</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>控制器</translation>
    </message>
    <message>
        <source>Nothing is mounted at %1, or it came from a more privileged namespace and is locked: it hides what is below.</source>
        <translation>%1 处没有挂载，或者该挂载来自更高特权的命名空间而被锁定：它遮住了下面的内容。</translation>
    </message>
    <message>
        <source>Unmounting takes CAP_SYS_ADMIN in the user namespace that owns the mount namespace.</source>
        <translation>卸载需要在拥有该挂载命名空间的用户命名空间中具有 CAP_SYS_ADMIN。</translation>
    </message>
    <message>
        <source>Inside, there is no %1.</source>
        <translation>内部没有 %1。</translation>
    </message>
    <message>
        <source>A signal reaches processes of the own user only, or of a user namespace in which one has CAP_KILL.</source>
        <translation>信号只能发给自己用户的进程，或发给自己在其用户命名空间中具有 CAP_KILL 的进程。</translation>
    </message>
    <message>
        <source>The process has ended meanwhile.</source>
        <translation>该进程在此期间已经结束。</translation>
    </message>
    <message>
        <source>The interface %1 has this address already.</source>
        <translation>接口 %1 已有这个地址。</translation>
    </message>
    <message>
        <source>IPv6 may be switched off for this interface.</source>
        <translation>此接口可能停用了 IPv6。</translation>
    </message>
    <message>
        <source>There is one with this key or name already in this IPC namespace. Choose another, or remove that one first.</source>
        <translation>此 IPC 命名空间中已有使用这个键或名称的对象。请另选一个，或先移除它。</translation>
    </message>
    <message>
        <source>The limit of this IPC namespace is reached (see /proc/sys/kernel and /proc/sys/fs/mqueue inside). Remove others first.</source>
        <translation>已达到此 IPC 命名空间的限制（见内部的 /proc/sys/kernel 和 /proc/sys/fs/mqueue）。请先移除其他对象。</translation>
    </message>
    <message>
        <source>The kernel does not make one of this size. Choose a smaller one.</source>
        <translation>内核不能创建这么大的对象。请选择较小的。</translation>
    </message>
    <message>
        <source>There is none with this id or name in this IPC namespace (any more). Is it that of the other side?</source>
        <translation>此 IPC 命名空间中（已经）没有这个 ID 或名称的对象。它是不是在另一侧？</translation>
    </message>
    <message>
        <source>Only its owner, its maker or an administrator may remove it.</source>
        <translation>只有其所有者、创建者或管理员才能移除它。</translation>
    </message>
    <message>
        <source>Outside it is the name of the machine, which only an administrator may change (CAP_SYS_ADMIN). Change it inside: there you may, and the machine keeps its name.</source>
        <translation>在外部它是这台机器的名称，只有管理员可以更改 (CAP_SYS_ADMIN)。请在内部更改：在那里您可以这样做，而机器的名称保持不变。</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Makes a message queue with the key %1.</source>
        <translation>创建键为 %1 的消息队列。</translation>
    </message>
    <message numerus="yes">
        <source>Makes a set of %n semaphore(s) with the key %1.</source>
        <translation>
            <numerusform>创建键为 %1 的信号量集，含 %n 个信号量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes a shared memory segment of %1 bytes with the key %2.</source>
        <translation>创建 %1 字节的共享内存段，键为 %2。</translation>
    </message>
    <message>
        <source>Makes the POSIX message queue %1.</source>
        <translation>创建 POSIX 消息队列 %1。</translation>
    </message>
    <message>
        <source>Removes the message queue with the id %1.</source>
        <translation>移除 ID 为 %1 的消息队列。</translation>
    </message>
    <message>
        <source>Removes the semaphore set with the id %1.</source>
        <translation>移除 ID 为 %1 的信号量集。</translation>
    </message>
    <message>
        <source>Removes the shared memory segment with the id %1; who has it attached keeps it until the end.</source>
        <translation>移除 ID 为 %1 的共享内存段；已连接它的进程可继续使用，直到结束。</translation>
    </message>
    <message>
        <source>Removes the POSIX message queue %1.</source>
        <translation>移除 POSIX 消息队列 %1。</translation>
    </message>
    <message>
        <source>Gives the machine itself the hostname “%1”.</source>
        <translation>给这台机器本身设置主机名“%1”。</translation>
    </message>
    <message>
        <source>Gives the machine itself the NIS domain name “%1”.</source>
        <translation>给这台机器本身设置 NIS 域名“%1”。</translation>
    </message>
    <message>
        <source>Switches the interface %1 off.</source>
        <translation>停用接口 %1。</translation>
    </message>
    <message>
        <source>Gives the interface %1 the address %2/%3.</source>
        <translation>给接口 %1 添加地址 %2/%3。</translation>
    </message>
    <message>
        <source>Takes away the mount at %1 with all below it; what it covered shows again.</source>
        <translation>卸载 %1 处的挂载及其下的一切；被它覆盖的内容重新显现。</translation>
    </message>
    <message>
        <source>Sends %1 from inside, to the process that is %2 there.</source>
        <translation>从内部发送 %1，给在那里编号为 %2 的进程。</translation>
    </message>
    <message>
        <source>Sends %1 from outside, to the process that is %2 there.</source>
        <translation>从外部发送 %1，给在那里编号为 %2 的进程。</translation>
    </message>
    <message>
        <source>There is no process %1; right would be the PID of one that runs.</source>
        <translation>没有进程 %1；应为正在运行的进程的 PID。</translation>
    </message>
    <message>
        <source>There is no container to do this to: start one first.</source>
        <translation>没有可对其执行此操作的容器：请先启动一个。</translation>
    </message>
    <message>
        <source>There are %1 such requests waiting already; wait until some of them are done.</source>
        <translation>已有 %1 个这样的请求在等待；请等其中一些完成。</translation>
    </message>
    <message>
        <source>This is done inside only: outside it would change the machine for everybody.</source>
        <translation>这只能在内部进行：在外部会改变所有人的机器。</translation>
    </message>
    <message>
        <source>The container has no namespace of its own of the kind %1, so this would change the machine. Make that kind new, or do it outside on purpose.</source>
        <translation>容器没有自己的 %1 命名空间，因此这会改变这台机器。请新建该种命名空间，或有意在外部进行。</translation>
    </message>
    <message>
        <source>This session has an administrator&apos;s rights for the container only. To change the machine itself, use your own rights outside of this program.</source>
        <translation>此会话的管理员权限只用于容器。要更改机器本身，请在本程序之外使用您自己的权限。</translation>
    </message>
    <message>
        <source>The process %1 is neither of this container nor yours.</source>
        <translation>进程 %1 既不属于此容器，也不属于您。</translation>
    </message>
    <message>
        <source>The process %1 does not exist inside: there it has no PID. Send the signal from outside.</source>
        <translation>进程 %1 在内部不存在：在那里它没有 PID。请从外部发送信号。</translation>
    </message>
    <message>
        <source>There is no signal “%1”; right would be a name or a number, such as %2.</source>
        <translation>没有信号“%1”；应为名称或编号，例如 %2。</translation>
    </message>
    <message>
        <source>“%1” is no IP address; right would be one such as %2.</source>
        <translation>“%1”不是 IP 地址；应为例如 %2 的地址。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a POSIX queue; right would be a slash and then a name without any, such as %2.</source>
        <translation>“%1”不能作为 POSIX 队列的名称；应为一个斜杠后跟不含斜杠的名称，例如 %2。</translation>
    </message>
    <message>
        <source>%1 was delivered and ignored: the process is PID 1 of its namespace and has no handler for it. The kernel protects such a process even from SIGKILL, unless that comes from outside.</source>
        <translation>%1 已送达但被忽略：该进程是其命名空间的 PID 1，且没有为它设置处理程序。内核甚至保护这样的进程不受 SIGKILL 影响，除非它来自外部。</translation>
    </message>
    <message>
        <source>%1 was delivered, and the process ignores it.</source>
        <translation>%1 已送达，但该进程忽略它。</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>防火墙</translation>
    </message>
    <message>
        <source>Space in use</source>
        <translation>已用空间</translation>
    </message>
    <message>
        <source>Looked at closely</source>
        <translation>仔细查看</translation>
    </message>
    <message>
        <source>This kernel, or a seccomp filter around this program, does not offer the call. It takes Linux 5.3, and a container that allows it.</source>
        <translation>本内核或本程序外围的 seccomp 过滤器不提供此调用。它需要 Linux 5.3，以及允许它的容器。</translation>
    </message>
    <message>
        <source>For somebody else, a mount is made from descriptors. That takes Linux 5.2, and no seccomp filter that hides open_tree and move_mount.</source>
        <translation>为他人挂载时使用文件描述符。这需要 Linux 5.2，且没有屏蔽 open_tree 和 move_mount 的 seccomp 过滤器。</translation>
    </message>
    <message>
        <source>A directory on the way may not be entered. A session with an administrator&apos;s rights goes where you can go yourself, and no further.</source>
        <translation>路径上有一个目录不允许进入。具有管理员权限的会话只能到达您自己能到达的地方。</translation>
    </message>
    <message>
        <source>This needs an administrator, and it was denied (polkit). Nothing was done. An administrator can allow it by a rule of polkit, or start this.</source>
        <translation>这需要管理员，但被拒绝了（polkit）。未执行任何操作。管理员可以通过 polkit 规则允许此操作，或亲自启动。</translation>
    </message>
    <message>
        <source>The question for a password was dismissed, or not answered with the right one. Nothing was done. Start it again to be asked again.</source>
        <translation>密码询问被取消，或未输入正确的密码。未执行任何操作。再次启动即可重新询问。</translation>
    </message>
    <message>
        <source>You have %1 sessions that an administrator agreed to, and there may be no more of one user. End one of them, then start this.</source>
        <translation>您已有 %1 个经管理员同意的会话，每个用户不能再多。请先结束其中一个，再启动此会话。</translation>
    </message>
    <message>
        <source>This machine has %1 sessions that an administrator agreed to, and there may be no more. When somebody ends one, start this again.</source>
        <translation>这台计算机上已有 %1 个经管理员同意的会话，不能再多。等有人结束一个后，请再次启动。</translation>
    </message>
    <message>
        <source>You started %1 sessions that an administrator agreed to within a minute, and there may be no more. Wait a minute, then start this again.</source>
        <translation>您在一分钟内启动了 %1 个经管理员同意的会话，不能再多。请等一分钟，然后再次启动。</translation>
    </message>
    <message>
        <source>The command and its environment have %1 bytes together; at most %2 are taken.</source>
        <translation>命令及其环境合计 %1 字节；最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>“%1” changes what programs load or run before they begin, so a session with an administrator&apos;s rights does not take it. Leave it out, or set it inside with env(1).</source>
        <translation>“%1”会改变程序在启动之前加载或运行的内容，因此具有管理员权限的会话不接受它。请去掉它，或在内部用 env(1) 设置。</translation>
    </message>
    <message>
        <source>This machine denies user namespaces to ordinary users: an attempt came to %1. Causes are the settings kernel.apparmor_restrict_unprivileged_userns=1 and kernel.unprivileged_userns_clone=0, or a seccomp filter around this program. An administrator can change that, or start this.</source>
        <translation>本机不允许普通用户使用用户命名空间：尝试的结果是 %1。可能的原因是设置 kernel.apparmor_restrict_unprivileged_userns=1 或 kernel.unprivileged_userns_clone=0，或者本程序外围的 seccomp 过滤器。管理员可以更改，或由管理员启动。</translation>
    </message>
    <message>
        <source>The call %1 is not to be had here (%2): the kernel is too old for it, or a seccomp filter around this program hides it. What needs it is done in another way, or not at all.</source>
        <translation>这里没有系统调用 %1（%2）：内核太旧，或者本程序外围的 seccomp 过滤器将其屏蔽。需要它的操作会用别的方式完成，或者不做。</translation>
    </message>
    <message>
        <source>This needs an administrator: the IDs are set aside for you in /etc/subuid and /etc/subgid, but an ordinary user may not put them into a map.</source>
        <translation>这需要管理员：这些 ID 已在 /etc/subuid 和 /etc/subgid 中为您预留，但普通用户不能将它们写入映射。</translation>
    </message>
    <message>
        <source>This goes beyond what an administrator agreed to for this session (%1). Start it anew: then it is asked for.</source>
        <translation>这超出了管理员为此会话同意的范围（%1）。请重新启动：届时会请求相应的权限。</translation>
    </message>
    <message>
        <source>The command does not read: %1 bytes of input wait for it already, and more than %2 are not kept. What came last was not taken.</source>
        <translation>命令没有读取输入：已有 %1 字节在等待，最多保留 %2 字节。最后一批输入未被接收。</translation>
    </message>
    <message>
        <source>There were %1 such requests within a minute; a session with an administrator&apos;s rights takes at most %2. Wait a little.</source>
        <translation>一分钟内已有 %1 个此类请求；具有管理员权限的会话最多接受 %2 个。请稍候。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of an interface here; right would be %2.</source>
        <translation>“%1”在这里不能用作接口名；正确的形式是 %2。</translation>
    </message>
    <message>
        <source>Nothing waits between two steps: begin with Step, or with a breakpoint.</source>
        <translation>现在没有停在两步之间：请用“单步”或断点开始。</translation>
    </message>
    <message>
        <source>Step %1 has been made already. Start again to make it in another way.</source>
        <translation>第 %1 步已经执行。要换一种方式执行，请重新启动。</translation>
    </message>
    <message>
        <source>Step %1 is the call %2, made by the same process; only its arguments can be changed.</source>
        <translation>第 %1 步是由同一进程执行的 %2 调用；只能更改它的参数。</translation>
    </message>
    <message>
        <source>Step %1 makes the process that carries on, so it is made as it was planned. Change the configuration instead.</source>
        <translation>第 %1 步创建继续执行的进程，所以按计划执行。请改为修改配置。</translation>
    </message>
    <message>
        <source>Step %1 can&apos;t be changed: a session with an administrator&apos;s rights makes what its configuration says, and nothing else. Change the configuration instead.</source>
        <translation>第 %1 步不能更改：拥有管理员权限的会话只执行配置所说的，别的都不做。请改为修改配置。</translation>
    </message>
    <message>
        <source>Step %1 is not what the configuration says any more.</source>
        <translation>第 %1 步与配置所说的不再一致。</translation>
    </message>
    <message>
        <source>Without step %1 there is no %2: the IDs inside stay unmapped and show as 65534, and becoming another user or group fails with EINVAL.</source>
        <translation>没有第 %1 步就没有 %2：内部的 ID 没有映射，显示为 65534，变成别的用户或组会以 EINVAL 失败。</translation>
    </message>
    <message>
        <source>Without step %1 an ordinary user may not write the group map: that fails with EPERM, since Linux 3.19.</source>
        <translation>没有第 %1 步，普通用户不得写组映射：自 Linux 3.19 起会以 EPERM 失败。</translation>
    </message>
    <message>
        <source>Without step %1 mounts keep the propagation that they had: where they are shared, what is mounted inside shows outside as well, unless a user namespace makes them slaves.</source>
        <translation>没有第 %1 步，挂载保持原来的传播方式：在共享的地方，内部挂载的东西外部也看得到，除非用户命名空间使它们成为从属挂载。</translation>
    </message>
    <message>
        <source>Without step %1 %2 goes on showing the processes of the outside, and “ps” with it.</source>
        <translation>没有第 %1 步，%2 会继续显示外部的进程，“ps”也一样。</translation>
    </message>
    <message>
        <source>Without step %1 there is no directory %2: mounting there fails with ENOENT.</source>
        <translation>没有第 %1 步就没有目录 %2：在那里挂载会以 ENOENT 失败。</translation>
    </message>
    <message>
        <source>Without step %1 nobody holds %2 from outside: setns() looks for it from inside, where it may be another one, or none.</source>
        <translation>没有第 %1 步，外部没有持有 %2：setns() 会从内部查找它，那里可能是另一个，或者没有。</translation>
    </message>
    <message>
        <source>Without step %1 these namespaces stay those of the outside: %2. What later steps change there may fail with EPERM, or change the outside.</source>
        <translation>没有第 %1 步，这些命名空间仍是外部的：%2。后面的步骤对它们的更改可能以 EPERM 失败，或者改变外部。</translation>
    </message>
    <message>
        <source>Without step %1 the name inside stays a copy of that outside.</source>
        <translation>没有第 %1 步，内部的名字仍是外部名字的副本。</translation>
    </message>
    <message>
        <source>Without step %1 the interface %2 stays as it is: a new network namespace has its loopback switched off.</source>
        <translation>没有第 %1 步，接口 %2 保持原样：新的网络命名空间的环回接口是关闭的。</translation>
    </message>
    <message>
        <source>Without step %1 the command keeps the IDs that the process inside has.</source>
        <translation>没有第 %1 步，命令保留内部进程现有的 ID。</translation>
    </message>
    <message>
        <source>Without step %1 no command starts: the process inside stays as an init.</source>
        <translation>没有第 %1 步就不启动命令：内部进程作为 init 留下。</translation>
    </message>
    <message>
        <source>Step %1 is left out.</source>
        <translation>第 %1 步被略过。</translation>
    </message>
    <message>
        <source>%2 has no means for this, so it is left out: %1.</source>
        <translation>%2 无法表达此项，因此省略：%1。</translation>
    </message>
    <message>
        <source>%2 always makes a new namespace of the kind %1, asked for or not.</source>
        <translation>无论是否要求，%2 总会新建 %1 类型的命名空间。</translation>
    </message>
    <message>
        <source>%2 makes namespaces in its own way; that they are to be made by %1 is lost.</source>
        <translation>%2 按自己的方式创建命名空间；“用 %1 创建”这一要求会丢失。</translation>
    </message>
    <message>
        <source>“self” is written as %1, the ID of whoever exports it. Write another one there when somebody else is to run it.</source>
        <translation>“self”写成了 %1，即导出者的 ID。若由他人运行，请改成对应的 ID。</translation>
    </message>
    <message>
        <source>%2 always brings the loopback up.</source>
        <translation>%2 总会启用回环接口。</translation>
    </message>
    <message>
        <source>%2 needs root&apos;s rights for this: run it as root.</source>
        <translation>%2 为此需要 root 权限：请以 root 身份运行。</translation>
    </message>
    <message>
        <source>What is set up inside is done by programs such as mount(8), and they have the rights for it only as root inside: map the ID 0.</source>
        <translation>内部的设置由 mount(8) 等程序完成，只有在内部是 root 时它们才有权限：请映射 ID 0。</translation>
    </message>
    <message>
        <source>%2 gives the command only the variables that stand in it, not those of whoever starts it.</source>
        <translation>%2 只把其中写明的变量交给命令，不传递启动者的环境变量。</translation>
    </message>
    <message>
        <source>%2 begins in %1, not in the directory of whoever starts it.</source>
        <translation>%2 从 %1 开始，而不是启动者所在的目录。</translation>
    </message>
    <message>
        <source>%2 mounts everything with the option %1, too.</source>
        <translation>%2 还会给所有挂载加上 %1 选项。</translation>
    </message>
    <message>
        <source>%2 has a propagation of its own: %1.</source>
        <translation>%2 使用自己的传播方式：%1。</translation>
    </message>
    <message>
        <source>The options of “%1” are set by mount(8) on that mount alone, not on those below it.</source>
        <translation>“%1”的选项由 mount(8) 只设置在该挂载上，不会设置在其下的挂载上。</translation>
    </message>
    <message>
        <source>Without a new PID namespace nothing ends what the command leaves behind.</source>
        <translation>没有新的 PID 命名空间时，命令遗留的进程不会被结束。</translation>
    </message>
    <message>
        <source>%2 does not take the root directory of the machine as it is: the container gets an empty one, with /usr of the machine in it, read-only.</source>
        <translation>%2 不能直接使用本机的根目录：容器得到一个空的根目录，其中只读挂载了本机的 /usr。</translation>
    </message>
    <message>
        <source>%2 needs a root directory of its own: an empty directory “rootfs” beside the file, in which the directories of this machine&apos;s root are mounted.</source>
        <translation>%2 需要自己的根目录：文件旁边的空目录“rootfs”，本机根目录下的各目录会挂载在其中。</translation>
    </message>
    <message>
        <source>%2 leaves this to the program that runs it: %1.</source>
        <translation>%2 把这一项交给运行它的程序决定：%1。</translation>
    </message>
    <message>
        <source>This is not carried over, since a configuration has no means for it: %1.</source>
        <translation>此项未被导入，因为配置无法表达它：%1。</translation>
    </message>
    <message>
        <source>This is neither JSON nor a command that begins with “unshare”: “%1”.</source>
        <translation>这既不是 JSON，也不是以“unshare”开头的命令：“%1”。</translation>
    </message>
    <message>
        <source>unshare has no option “%1” that describes a container.</source>
        <translation>unshare 没有描述容器的选项“%1”。</translation>
    </message>
    <message>
        <source>“%1” needs a value after it.</source>
        <translation>“%1”后面需要一个值。</translation>
    </message>
    <message>
        <source>“%1” is not right here; right would be %2.</source>
        <translation>“%1”在这里不正确；正确的是 %2。</translation>
    </message>
    <message>
        <source>%1 takes the option %2 as well.</source>
        <translation>%1 还需要选项 %2。</translation>
    </message>
    <message>
        <source>A quote is opened by %1 and not closed.</source>
        <translation>%1 打开的引号没有关闭。</translation>
    </message>
    <message>
        <source>“%1” is for a shell to work out; write what it stands for, or put it in single quotes.</source>
        <translation>“%1”要由 shell 解释；请写出它代表的内容，或用单引号括起来。</translation>
    </message>
    <message>
        <source>There is no usable /dev/ptmx where the supervisor runs: a devpts file system has to be mounted at /dev/pts.</source>
        <translation>监管程序所在之处没有可用的 /dev/ptmx：必须在 /dev/pts 挂载 devpts 文件系统。</translation>
    </message>
    <message>
        <source>There are no more pseudoterminals (/proc/sys/kernel/pty/max). Close terminals first.</source>
        <translation>伪终端已用完 (/proc/sys/kernel/pty/max)。请先关闭一些终端。</translation>
    </message>
    <message>
        <source>Makes a pseudoterminal of %1 columns and %2 rows, from the outside&apos;s /dev/ptmx: what is inside only gets its other end.</source>
        <translation>用外部的 /dev/ptmx 创建一个 %1 列、%2 行的伪终端：内部只得到它的另一端。</translation>
    </message>
    <message>
        <source>Begins a session of its own, which has no terminal yet: the shell is to be its leader.</source>
        <translation>开始一个自己的会话，它还没有终端：shell 将成为会话的首进程。</translation>
    </message>
    <message>
        <source>Makes the pseudoterminal the controlling terminal of the session: from now on Ctrl+C reaches what is in its foreground.</source>
        <translation>使该伪终端成为会话的控制终端：从此 Ctrl+C 会送达其前台的进程。</translation>
    </message>
    <message>
        <source>It was said: %1</source>
        <translation>对方说：%1</translation>
    </message>
    <message>
        <source>“%1” is no address of a machine: only ssh://… is known.</source>
        <translation>“%1”不是机器地址：只认识 ssh://…。</translation>
    </message>
    <message>
        <source>The address of “%1” has a password in it, which others could read. Leave it out: OpenSSH asks for it, or takes a key.</source>
        <translation>“%1”的地址里有密码，别人可能读到。请去掉密码：OpenSSH 会询问，或使用密钥。</translation>
    </message>
    <message>
        <source>“%1” is no address of a machine; right would be one such as ssh://user@host or ssh://user@host:2222.</source>
        <translation>“%1”不是机器地址；正确的形式如 ssh://user@host 或 ssh://user@host:2222。</translation>
    </message>
    <message>
        <source>“%1” did not let you in. Check the user name and the key or password: “ssh %1” should work.</source>
        <translation>“%1”没有让您进入。请检查用户名以及密钥或密码：“ssh %1”应当可用。</translation>
    </message>
    <message>
        <source>The key by which “%1” shows who it is, is not known, or is another one than it was. Connect once by “ssh %1” and look at what it says.</source>
        <translation>“%1”用来表明身份的密钥未知，或与以前不同。请用“ssh %1”连接一次，看看它说什么。</translation>
    </message>
    <message>
        <source>There is no machine “%1”. Check its name.</source>
        <translation>没有名为“%1”的机器。请检查名称。</translation>
    </message>
    <message>
        <source>“%1” is there, but no SSH server answers. Check the port, and whether sshd runs.</source>
        <translation>“%1”在，但没有 SSH 服务器应答。请检查端口，以及 sshd 是否在运行。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be reached. Check its name, the network, and whether it is on.</source>
        <translation>无法到达“%1”。请检查名称、网络，以及它是否开机。</translation>
    </message>
    <message>
        <source>The connection to “%1” by ssh did not work.</source>
        <translation>通过 ssh 连接“%1”没有成功。</translation>
    </message>
    <message>
        <source>There is no nsworkbench-supervisor on “%1”. Install Namespace Workbench there, or say where it is: ssh://…?supervisor=/PATH.</source>
        <translation>“%1”上没有 nsworkbench-supervisor。请在那里安装命名空间工作台，或说明它在哪里：ssh://…?supervisor=/路径。</translation>
    </message>
    <message>
        <source>The nsworkbench-supervisor on “%1” can&apos;t be run.</source>
        <translation>“%1”上的 nsworkbench-supervisor 无法运行。</translation>
    </message>
    <message>
        <source>The program “%1”, which connects to other machines, can&apos;t be started: %2. Install OpenSSH&apos;s client.</source>
        <translation>连接其他机器的程序“%1”无法启动：%2。请安装 OpenSSH 客户端。</translation>
    </message>
    <message>
        <source>Something on “%1” writes before the supervisor does. Often it is an “echo” in the start-up file of the shell there, which belongs behind a test for a terminal.</source>
        <translation>“%1”上有别的东西在监管程序之前写了输出。往往是那里 shell 启动文件中的“echo”，它应当放在是否有终端的判断之后。</translation>
    </message>
    <message>
        <source>Namespace Workbench is version %1 here and version %2 on “%3”. Install the same version on both machines.</source>
        <translation>这里的命名空间工作台是版本 %1，“%3”上是版本 %2。请在两台机器上安装相同的版本。</translation>
    </message>
    <message>
        <source>The connection to “%1” broke off. What had been made there ends when that machine notices.</source>
        <translation>与“%1”的连接中断了。那台机器察觉后，在那里创建的一切都会结束。</translation>
    </message>
    <message>
        <source>There are %1 terminals already, and a session has at most %2. Close one first.</source>
        <translation>已有 %1 个终端，而一个会话最多有 %2 个。请先关闭一个。</translation>
    </message>
    <message>
        <source>This is no recording, or its first line is damaged, without which nothing of it can be read.</source>
        <translation>这不是录制，或者它的第一行已损坏；没有第一行，其余内容都无法读取。</translation>
    </message>
    <message>
        <source>The recording is damaged. What came before the damage is shown, %1 events; what came after is lost.</source>
        <translation>录制已损坏。显示的是损坏之前的内容，共 %1 个事件；之后的内容已丢失。</translation>
    </message>
    <message>
        <source>The recording breaks off: its end is missing. What is there is shown, %1 events.</source>
        <translation>录制中断：缺少结尾。显示的是现有内容，共 %1 个事件。</translation>
    </message>
    <message>
        <source>The recording is larger than this program reads. Its beginning is shown, %1 events.</source>
        <translation>录制超出了本程序读取的大小。显示的是它的开头，共 %1 个事件。</translation>
    </message>
    <message>
        <source>The recording was made by a later version of this program: %1 events of it are not known here and are left out.</source>
        <translation>录制由本程序的更新版本生成：其中 %1 个事件在此处不认识，已略去。</translation>
    </message>
    <message>
        <source>It is “%1”; expected was “%2”.</source>
        <translation>现在是“%1”；预期是“%2”。</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>only outside</source>
        <translation>仅外部有</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>only inside</source>
        <translation>仅内部有</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The supervisor did not come back from looking at this machine. Nothing was done. A file that is to be joined may be where nothing answers, as on a network: name another one, then start it again.</source>
        <translation>监管进程查看这台机器时没有返回。未做任何更改。要加入的文件可能位于没有应答的地方，例如网络上：请改用另一个文件，然后再次启动。</translation>
    </message>
    <message>
        <source>The helper is in other namespaces than this window (%1): whom it sees is not who is around here. Start the window outside of the container, then look at everybody&apos;s processes.</source>
        <translation>特权助手与此窗口不在相同的命名空间中 (%1)：它看到的进程不是这里周围的进程。请在容器之外启动窗口，然后查看所有人的进程。</translation>
    </message>
    <message>
        <source>What is made in a new user namespace needs no administrator; or start Namespace Workbench as root.</source>
        <translation>在新的用户命名空间中创建的内容不需要管理员；也可以以 root 身份启动命名空间工作台。</translation>
    </message>
    <message>
        <source>This needs an administrator, and polkit, which asks for one, does not answer. Nothing was done. Try again; if it stays silent, an administrator can restart it (“systemctl restart polkit”).</source>
        <translation>这需要管理员，但用于询问管理员的 polkit 没有应答。未做任何更改。请重试；如果它一直没有应答，管理员可以重新启动它（“systemctl restart polkit”）。</translation>
    </message>
    <message>
        <source>The question for a password was not answered in time. Nothing was done. Start it again to be asked again.</source>
        <translation>密码询问没有及时得到回答。未做任何更改。请再次启动，以便重新询问。</translation>
    </message>
    <message>
        <source>This needs an administrator, and polkit, which asks for one, is not there. Install it to be asked.</source>
        <translation>这需要管理员，但用于询问管理员的 polkit 不存在。请安装它，以便询问。</translation>
    </message>
    <message>
        <source>This needs an administrator, and polkit does not know this program: it is not installed, or not fully. Install it again to be asked.</source>
        <translation>这需要管理员，但 polkit 不认识本程序：它没有安装，或安装不完整。请重新安装，以便询问。</translation>
    </message>
    <message>
        <source>The helper refused the request: it came from another user. Nothing was done. Start the program again, as the user whom you are logged in as.</source>
        <translation>特权助手拒绝了请求：它来自另一个用户。未做任何更改。请以您登录的用户身份重新启动本程序。</translation>
    </message>
    <message>
        <source>An administrator agreed, but the helper could not start the supervisor. Nothing was done. The system&apos;s log says why (“journalctl -t org.nsworkbench.helper”); the program may not be fully installed.</source>
        <translation>管理员已同意，但特权助手无法启动监管进程。未做任何更改。系统日志中写有原因（“journalctl -t org.nsworkbench.helper”）；本程序可能安装不完整。</translation>
    </message>
    <message>
        <source>The helper did not answer in time. Nothing was done. Try again; if it stays silent, an administrator can end its process, nsworkbench-helper, which is started anew when it is needed.</source>
        <translation>特权助手没有及时应答。未做任何更改。请重试；如果它一直没有应答，管理员可以结束它的进程 nsworkbench-helper，需要时它会重新启动。</translation>
    </message>
    <message>
        <source>The helper, or what it started, ended in the middle. Nothing is left of it. Try again; the system&apos;s log may say why (“journalctl -t org.nsworkbench.helper”).</source>
        <translation>特权助手或它启动的程序中途结束了，没有留下任何东西。请重试；系统日志中可能写有原因（“journalctl -t org.nsworkbench.helper”）。</translation>
    </message>
    <message>
        <source>This needs an administrator, and the helper that works for one is not installed or can&apos;t start. Install it again to be asked.</source>
        <translation>这需要管理员，但代为执行的特权助手没有安装或无法启动。请重新安装，以便询问。</translation>
    </message>
    <message>
        <source>The system bus (D-Bus) did not answer in time. Nothing was done. Try again; if it stays silent, an administrator has to look at it (“systemctl status dbus”).</source>
        <translation>系统总线 (D-Bus) 没有及时应答。未做任何更改。请重试；如果它一直没有应答，需要由管理员查看（“systemctl status dbus”）。</translation>
    </message>
    <message>
        <source>This needs an administrator, and there is no system bus (D-Bus) to ask for one.</source>
        <translation>这需要管理员，但没有可用于询问的系统总线 (D-Bus)。</translation>
    </message>
    <message>
        <source>What runs in the mounts of %1 runs with root&apos;s rights on this machine, and it is the files there that run: whoever can write to them gets these rights. Where %1 has a user namespace of its own, join that as well.</source>
        <translation>在 %1 的挂载中运行的程序拥有这台机器上 root 的权限，而运行的正是那里的文件：谁能写入这些文件，谁就得到这些权限。如果 %1 有自己的用户命名空间，请一并加入。</translation>
    </message>
    <message>
        <source>What is started here could not be ended again: the call %1 came to %2. Linux 5.4 or later is needed; where it runs already, a seccomp filter around this program hides the call.</source>
        <translation>在这里启动的进程将无法再结束：调用 %1 的结果是 %2。需要 Linux 5.4 或更高版本；如果内核已经足够新，则是本程序外围的 seccomp 过滤器隐藏了该调用。</translation>
    </message>
    <message>
        <source>Process %1 is not the one that was looked at, or it has moved: its namespace of the kind %2 is another by now. Nothing was done. Look at process %1 again; if it is the right one, start this again.</source>
        <translation>进程 %1 不是先前查看的那个进程，或者它已经移动：它的 %2 类命名空间现在是另一个。未做任何更改。请再次查看进程 %1；如果确实是它，请再次启动。</translation>
    </message>
    <message>
        <source>“%1” was not connected to: the question was dismissed.</source>
        <translation>没有连接到“%1”：询问被取消了。</translation>
    </message>
    <message>
        <source>There is an interface %1 outside, or %2 inside, already. Choose other names.</source>
        <translation>外部已有接口 %1，或内部已有接口 %2。请改用其他名称。</translation>
    </message>
    <message>
        <source>Making an interface outside takes CAP_NET_ADMIN in the network of this machine, which an administrator has.</source>
        <translation>在外部创建接口需要在这台机器的网络中拥有 CAP_NET_ADMIN，管理员具有此权能。</translation>
    </message>
    <message>
        <source>This kernel has no veth: its module is missing (“modprobe veth”).</source>
        <translation>此内核没有 veth：缺少相应的模块（“modprobe veth”）。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to: /proc/sys is read-only in many containers. Run it outside of that container.</source>
        <translation>无法写入 %1：在许多容器中 /proc/sys 是只读的。请在该容器之外运行。</translation>
    </message>
    <message>
        <source>The supervisor has no more file descriptors for terminals (RLIMIT_NOFILE, “ulimit -n”). Close terminals first, or begin with a higher limit.</source>
        <translation>监管程序已没有可供终端使用的文件描述符（RLIMIT_NOFILE，“ulimit -n”）。请先关闭一些终端，或以更高的限制启动。</translation>
    </message>
    <message>
        <source>In a user namespace, an overlay can be mounted since Linux 5.11, and where the file system of “upper” allows it.</source>
        <translation>自 Linux 5.11 起可以在用户命名空间中挂载 overlay，前提是“upper”所在的文件系统允许。</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由选择</translation>
    </message>
    <message>
        <source>Semaphores</source>
        <translation>信号量</translation>
    </message>
    <message>
        <source>Owners of namespaces</source>
        <translation>命名空间的所有者</translation>
    </message>
    <message>
        <source>Lays a cable between the machine and the container: %1 is its end outside, and %2 its end inside.</source>
        <translation>在主机与容器之间接一根网线：%1 是外部的一端，%2 是内部的一端。</translation>
    </message>
    <message>
        <source>Keeps %1 from taking routes that somebody at the other end announces.</source>
        <translation>使 %1 不接受另一端通告的路由。</translation>
    </message>
    <message>
        <source>Drops what comes in by %1 with a sender of another network.</source>
        <translation>丢弃从 %1 进入而发送者属于其他网络的数据包。</translation>
    </message>
    <message>
        <source>Keeps the machine from passing on what comes in by %1.</source>
        <translation>使主机不转发从 %1 进入的数据包。</translation>
    </message>
    <message>
        <source>Only an overlay has “lower”, “upper” and “work”; leave them out for the type “%1”.</source>
        <translation>只有 overlay 才有“lower”、“upper”和“work”；类型“%1”请去掉它们。</translation>
    </message>
    <message>
        <source>An overlay needs at least one directory as “lower”; with “upper” it can be written to and needs “work” too, an empty directory on the same file system.</source>
        <translation>overlay 至少需要一个目录作为“lower”；有“upper”时可以写入，并且还需要“work”，即同一文件系统上的一个空目录。</translation>
    </message>
    <message>
        <source>“%1” has a comma, a colon, a quote or a backslash, which stand between the layers of an overlay for the kernel. Bind that directory to a path without them.</source>
        <translation>“%1”含有逗号、冒号、引号或反斜杠，内核用它们分隔 overlay 的各层。请把该目录绑定到不含这些字符的路径。</translation>
    </message>
    <message>
        <source>There is an interface “%1” already; choose another name.</source>
        <translation>已有接口“%1”；请改用其他名称。</translation>
    </message>
    <message>
        <source>The network of %1 overlaps with %2, which this machine has already: what is meant for that would go into the cable. Choose another network.</source>
        <translation>%1 的网络与这台机器已有的 %2 重叠：发往那里的数据会进入网线。请改用其他网络。</translation>
    </message>
    <message>
        <source>All that this machine sends to the network of %1 would go into the cable, whoever sends it. With an administrator&apos;s rights on your behalf only networks are taken in which nobody is: %2.</source>
        <translation>这台机器发往 %1 所在网络的一切数据都会进入网线，无论由谁发送。以管理员权限代您操作时，只接受没有任何人使用的网络：%2。</translation>
    </message>
    <message>
        <source>This needs an administrator, because the end outside, %1, is made in the network of this machine (CAP_NET_ADMIN). Without the cable it runs with the rights that the rest takes.</source>
        <translation>这需要管理员，因为外部的一端 %1 创建在这台机器的网络中（CAP_NET_ADMIN）。没有网线时，只需其余部分所要求的权限即可运行。</translation>
    </message>
    <message>
        <source>There is nobody inside yet: the process inside comes about with step %1.</source>
        <translation>内部还没有进程：内部进程由第 %1 步产生。</translation>
    </message>
    <message>
        <source>In a session with an administrator&apos;s rights the inside opens after step %1: until then a shell in it could do more than was agreed to.</source>
        <translation>在具有管理员权限的会话中，第 %1 步之后才能进入内部：在那之前，其中的 shell 能做的会超出已同意的范围。</translation>
    </message>
    <message>
        <source>%2 makes the pair of links and leaves both ends down: switch %1 on inside, and the other one outside.</source>
        <translation>%2 会创建这对接口，但两端都未启用：请在内部启用 %1，并在外部启用另一端。</translation>
    </message>
</context>
<context>
    <name>nsw::ActBar</name>
    <message>
        <source>Start a container first (F5): this is done to one that runs.</source>
        <translation>请先启动一个容器 (F5)：此操作针对正在运行的容器。</translation>
    </message>
    <message>
        <source>A moment of the past is shown. Go back to the present to change something.</source>
        <translation>当前显示的是过去的时刻。要作更改，请先回到现在。</translation>
    </message>
    <message>
        <source>A recording is shown. Close it to change something.</source>
        <translation>正在显示录制。要更改内容，请先关闭它。</translation>
    </message>
</context>
<context>
    <name>nsw::ActDialog</name>
    <message>
        <source>&amp;Where:</source>
        <translation>位置(&amp;W)：</translation>
    </message>
</context>
<context>
    <name>nsw::Appearance</name>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>深色(&amp;A)</translation>
    </message>
</context>
<context>
    <name>nsw::AskBar</name>
    <message>
        <source>F&amp;ile:</source>
        <translation>文件(&amp;I)：</translation>
    </message>
    <message>
        <source>P&amp;rocess (PID outside):</source>
        <translation>进程（外部 PID）(&amp;R)：</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Process (PID outside)</source>
        <translation>进程（外部 PID）</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation>清除(&amp;R)</translation>
    </message>
    <message>
        <source>Whose file is it?</source>
        <translation>要查看哪个文件的所有者？</translation>
    </message>
</context>
<context>
    <name>nsw::CardsPanel</name>
    <message>
        <source>Your machine, as it is now</source>
        <translation>您的机器的现状</translation>
    </message>
    <message>
        <source>Tick on the left what to isolate and press Start: here you will see the same machine from inside.</source>
        <translation>在左侧勾选要隔离的内容，然后按“启动”：您将在这里从内部看到同一台机器。</translation>
    </message>
    <message>
        <source>Press Start to see the same machine from inside.</source>
        <translation>按“启动”，从内部查看同一台机器。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Waiting for the process that makes the container.</source>
        <translation>正在等待创建容器的进程。</translation>
    </message>
    <message>
        <source>The same machine, outside and inside</source>
        <translation>同一台机器，外部与内部</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>≠ differs   − only outside   + only inside. Open a card to see all of it.</source>
        <translation>≠ 不同   − 仅外部有   + 仅内部有。打开卡片可查看全部内容。</translation>
    </message>
    <message>
        <source>Step %1 failed</source>
        <translation>步骤 %1 失败</translation>
    </message>
    <message>
        <source>Nothing is left of what the steps before it had made. Why it failed is said below.</source>
        <translation>先前各步骤所做的一切均已清除。失败的原因见下方。</translation>
    </message>
    <message>
        <source>Ended with exit status %1</source>
        <translation>已结束，退出状态 %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Nothing of it is left. The cards show what it looked like at last.</source>
        <translation>容器的一切均已清除。卡片显示的是最后的样子。</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>连接已丢失</translation>
    </message>
    <message>
        <source>What it had made is cleaned up. The cards show what it looked like at last.</source>
        <translation>它所做的一切均已清理。卡片显示的是最后的样子。</translation>
    </message>
    <message>
        <source>Stopped: step %1 failed</source>
        <translation>已停下：第 %1 步失败</translation>
    </message>
    <message>
        <source>All is as the kernel left it. Change the step or leave it out and go on (F10), or end it (Shift+F5).</source>
        <translation>一切保持内核留下的样子。可更改或略过这一步后继续（F10），或结束（Shift+F5）。</translation>
    </message>
    <message>
        <source>Paused before step %1 of %2</source>
        <translation>停在第 %1 步之前（共 %2 步）</translation>
    </message>
    <message>
        <source>What the last step changed is marked. F10 makes the next step, F5 goes on.</source>
        <translation>上一步更改的内容已标出。F10 执行下一步，F5 继续。</translation>
    </message>
    <message>
        <source>The machine, before anything was made</source>
        <translation>机器在一切执行之前的样子</translation>
    </message>
    <message>
        <source>Play on (F8), or move the slider, to see what was made of it.</source>
        <translation>继续播放 (F8) 或移动滑块，查看之后执行了什么。</translation>
    </message>
    <message>
        <source>What the last step changed is marked.</source>
        <translation>上一步更改的内容已标出。</translation>
    </message>
</context>
<context>
    <name>nsw::ChartPage</name>
    <message>
        <source>%1: the numbers</source>
        <translation>%1：数值</translation>
    </message>
    <message>
        <source>%1: chart</source>
        <translation>%1：图表</translation>
    </message>
</context>
<context>
    <name>nsw::ChartsPanel</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>No processes are known yet.</source>
        <translation>还不知道有哪些进程。</translation>
    </message>
    <message>
        <source>Namespaces in use</source>
        <translation>使用中的命名空间</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>No namespaces are known yet.</source>
        <translation>还不知道有哪些命名空间。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Press Start: then the bytes of each network interface are counted.</source>
        <translation>按“启动”：之后统计每个网络接口的字节数。</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Saves the chart that is shown as SVG or PNG</source>
        <translation>将当前显示的图表保存为 SVG 或 PNG</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Scalable picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>未能保存“%1”。%2</translation>
    </message>
</context>
<context>
    <name>nsw::ColumnMemory</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Wider column</source>
        <translation>加宽列(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Narrower column</source>
        <translation>收窄列(&amp;N)</translation>
    </message>
    <message>
        <source>Move column ri&amp;ght</source>
        <translation>列右移(&amp;G)</translation>
    </message>
    <message>
        <source>Move column le&amp;ft</source>
        <translation>列左移(&amp;F)</translation>
    </message>
</context>
<context>
    <name>nsw::ComparisonModel</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>nsw::ComparisonRows</name>
    <message>
        <source>%1 · %2</source>
        <comment>side and number of its namespace</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>此处没有</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, and the value there</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nsw::ConfigurationPanel</name>
    <message>
        <source>What runs in it</source>
        <translation>在其中运行什么</translation>
    </message>
    <message>
        <source>what it shows, in a few words</source>
        <translation>用几个词说明它展示什么</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>What to isolate</source>
        <translation>要隔离什么</translation>
    </message>
</context>
<context>
    <name>nsw::ContainerForm</name>
    <message>
        <source>clone: a new process, born into the namespaces</source>
        <translation>clone：新进程，在新命名空间中诞生</translation>
    </message>
    <message>
        <source>unshare: a process that is there moves into new ones</source>
        <translation>unshare：已有的进程移入新命名空间</translation>
    </message>
    <message>
        <source>empty: it waits until you press Stop</source>
        <translation>留空：一直等待，直到您按“停止”</translation>
    </message>
    <message>
        <source>A program and its arguments. Double quotes keep words together.</source>
        <translation>程序及其参数。双引号可将多个词合为一个。</translation>
    </message>
    <message>
        <source>as outside</source>
        <translation>与外部相同</translation>
    </message>
    <message>
        <source>NAME=value, one on a line</source>
        <translation>名称=值，每行一个</translation>
    </message>
    <message>
        <source>Co&amp;mmand</source>
        <translation>命令(&amp;M)</translation>
    </message>
    <message>
        <source>Me&amp;thod</source>
        <translation>方法(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Directory</source>
        <translation>目录(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境变量(&amp;E)</translation>
    </message>
</context>
<context>
    <name>nsw::DataTable</name>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选各行</translation>
    </message>
    <message>
        <source>Shows the rows with this text (Ctrl+F); Esc shows all</source>
        <translation>只显示含有此文字的行（Ctrl+F）；按 Esc 显示全部</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Original order</source>
        <translation>原始顺序(&amp;O)</translation>
    </message>
</context>
<context>
    <name>nsw::DetailPage</name>
    <message>
        <source>There is none.</source>
        <translation>没有内容。</translation>
    </message>
</context>
<context>
    <name>nsw::Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>nsw::EverybodyAction</name>
    <message>
        <source>Look at &amp;everybody&apos;s processes…</source>
        <translation>查看所有人的进程(&amp;E)…</translation>
    </message>
    <message>
        <source>Everybody&apos;s processes, as administrator</source>
        <translation>所有人的进程，以管理员身份</translation>
    </message>
    <message>
        <source>An administrator can&apos;t be asked on another machine. Connect to it as root, and everybody&apos;s processes are seen.</source>
        <translation>无法在另一台机器上询问管理员。请以 root 连接，即可看到所有人的进程。</translation>
    </message>
    <message>
        <source>You are root: everybody&apos;s processes are seen.</source>
        <translation>您是 root：可以看到所有人的进程。</translation>
    </message>
    <message>
        <source>Which namespaces and sockets the processes of other users have, the kernel shows to an administrator only: here they are blank.
If you look at everybody&apos;s, your system asks for a password. Nothing can be changed by it, and it lasts until you untick it or close the window.</source>
        <translation>其他用户的进程具有哪些命名空间和套接字，内核只向管理员显示：在这里它们是空白的。
如果您查看所有人的进程，系统会询问密码。这样不能更改任何内容，并且持续到您取消勾选或关闭窗口为止。</translation>
    </message>
    <message>
        <source>Look as &amp;administrator…</source>
        <translation>以管理员身份查看(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>nsw::Exchange</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>导入(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>nsw::Expectations</name>
    <message>
        <source>Save with what was s&amp;een</source>
        <translation>连同所见一起保存(&amp;E)</translation>
    </message>
    <message>
        <source>The file then says what a run comes to, and each later run is held against it</source>
        <translation>文件随后会记录运行的结果，以后每次运行都与之比较</translation>
    </message>
    <message>
        <source>Made as expected.</source>
        <translation>创建结果符合预期。</translation>
    </message>
    <message numerus="yes">
        <source>Not as expected on this machine, in %n point(s):</source>
        <translation>
            <numerusform>在这台机器上有 %n 处不符合预期：</numerusform>
        </translation>
    </message>
    <message>
        <source>Made and ended as expected.</source>
        <translation>创建和结束均符合预期。</translation>
    </message>
</context>
<context>
    <name>nsw::ExportDialog</name>
    <message>
        <source>Shell script</source>
        <translation>Shell 脚本</translation>
    </message>
    <message>
        <source>C program</source>
        <translation>C 程序</translation>
    </message>
    <message>
        <source>Go program</source>
        <translation>Go 程序</translation>
    </message>
    <message>
        <source>OCI config.json</source>
        <translation>OCI config.json</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>The configuration in this form</source>
        <translation>此形式的配置</translation>
    </message>
    <message>
        <source>What is different in this form</source>
        <translation>此形式中的不同之处</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Nothing is lost in this form.</source>
        <translation>此形式没有任何丢失。</translation>
    </message>
    <message>
        <source>What is lost, or different, in this form:</source>
        <translation>在此形式中丢失或不同的内容：</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the export</source>
        <translation>保存导出结果</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>“%1”未保存。%2</translation>
    </message>
    <message>
        <source>Copied, with the names as they are: masking is for the screen.</source>
        <translation>已复制，其中的名称未经遮盖：遮盖只用于屏幕。</translation>
    </message>
    <message>
        <source>Saved %1, with the names as they are: masking is for the screen.</source>
        <translation>已保存 %1，其中的名称未经遮盖：遮盖只用于屏幕。</translation>
    </message>
</context>
<context>
    <name>nsw::Exports</name>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg)</source>
        <translation>图片 (*.png);;矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Web pages (*.html);;Markdown (*.md)</source>
        <translation>网页 (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Save p&amp;icture</source>
        <translation>保存图片(&amp;I)</translation>
    </message>
    <message>
        <source>Of the &amp;window…</source>
        <translation>整个窗口(&amp;W)…</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>保存窗口的图片</translation>
    </message>
    <message>
        <source>Of the &amp;panel that is looked at…</source>
        <translation>当前查看的面板(&amp;P)…</translation>
    </message>
    <message>
        <source>Save a picture of the panel</source>
        <translation>保存面板的图片</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Save a report of the comparison</source>
        <translation>保存对比报告</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>未能保存“%1”。%2</translation>
    </message>
</context>
<context>
    <name>nsw::FacetCard</name>
    <message>
        <source>Press Start to see them from inside</source>
        <translation>按“启动”以从内部查看</translation>
    </message>
    <message>
        <source>Shared with outside after Start</source>
        <translation>启动后与外部共享</translation>
    </message>
    <message>
        <source>A new one after Start</source>
        <translation>启动后新建</translation>
    </message>
    <message>
        <source>Joined at Start</source>
        <translation>启动时加入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>rows</comment>
        <translation>
            <numerusform>还有 %Ln 行…</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>all isolated</source>
        <translation>全部已隔离</translation>
    </message>
    <message>
        <source>isolated</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>%1 of %2 isolated</source>
        <translation>%2 种中 %1 种已隔离</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: outside %2, inside %3</source>
        <translation>%1：外部 %2，内部 %3</translation>
    </message>
    <message>
        <source>Not there yet at this moment</source>
        <translation>此刻尚不存在</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改变</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>%1: then %2, now %3</source>
        <translation>%1：当时 %2，现在 %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>rows</comment>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>the namespace itself</source>
        <translation>命名空间本身</translation>
    </message>
    <message>
        <source>▸ Step %1 changed: %2</source>
        <translation>▸ 第 %1 步更改了：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>▸ Steps %1 to %2 changed: %3</source>
        <translation>▸ 第 %1 至 %2 步更改了：%3</translation>
    </message>
</context>
<context>
    <name>nsw::FacetDetail</name>
    <message>
        <source>Only &amp;differences</source>
        <translation>仅显示差异(&amp;D)</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>全部卡片</translation>
    </message>
    <message>
        <source>Back to all cards (Esc)</source>
        <translation>返回全部卡片 (Esc)</translation>
    </message>
    <message>
        <source>outside %1</source>
        <translation>外部 %1</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>内部 %1</translation>
    </message>
    <message>
        <source>Inside and outside</source>
        <translation>内部与外部</translation>
    </message>
    <message>
        <source>User IDs</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Group IDs</source>
        <translation>组 ID</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>What it isolates, what not, and where to read on (F1)</source>
        <translation>它隔离什么、不隔离什么，以及延伸阅读 (F1)</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>当时 %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现在 %1</translation>
    </message>
</context>
<context>
    <name>nsw::FileCommands</name>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation>配置 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>“%1” was not opened. %2
The file was left as it is.</source>
        <translation>未能打开“%1”。%2
文件保持原样。</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>未能保存“%1”。%2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Save them first?</source>
        <translation>要先保存吗？</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>示例库(&amp;L)</translation>
    </message>
    <message>
        <source>Open a configuration or a recording</source>
        <translation>打开配置或录制</translation>
    </message>
    <message>
        <source>Configurations and recordings (*.json *.nswrec);;All files (*)</source>
        <translation>配置和录制 (*.json *.nswrec);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>nsw::FindingsView</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity and sentence</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nsw::IdMapView</name>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>nsw::IdRangesModel</name>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>A number, or “self”: the ID of whoever starts the container</source>
        <translation>数字，或“self”：启动容器者的 ID</translation>
    </message>
</context>
<context>
    <name>nsw::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;A config.json of OCI, or an unshare command:</source>
        <translation>OCI 的 config.json，或 unshare 命令(&amp;A)：</translation>
    </message>
    <message>
        <source>What is to be imported</source>
        <translation>要导入的内容</translation>
    </message>
    <message>
        <source>&amp;From a file…</source>
        <translation>从文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
</context>
<context>
    <name>nsw::IpcActs</name>
    <message>
        <source>Create…</source>
        <translation>创建…</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>种类(&amp;K)：</translation>
    </message>
    <message>
        <source>Message queue (System V)</source>
        <translation>消息队列 (System V)</translation>
    </message>
    <message>
        <source>Semaphore set (System V)</source>
        <translation>信号量集 (System V)</translation>
    </message>
    <message>
        <source>Shared memory (System V)</source>
        <translation>共享内存 (System V)</translation>
    </message>
    <message>
        <source>Message queue (POSIX)</source>
        <translation>消息队列 (POSIX)</translation>
    </message>
    <message>
        <source>K&amp;ey:</source>
        <translation>键(&amp;E)：</translation>
    </message>
    <message>
        <source>none; a number such as 0x2a makes it findable</source>
        <translation>无；填写 0x2a 这样的数字便可查找</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Semaphores:</source>
        <translation>信号量(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Bytes:</source>
        <translation>字节数(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Mode (octal):</source>
        <translation>权限（八进制）(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Object:</source>
        <translation>对象(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>nsw::KindEditor</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Join an existing one</source>
        <translation>加入已有的</translation>
    </message>
    <message>
        <source>%1 · Linux %2</source>
        <comment>flag and kernel version</comment>
        <translation>%1 · Linux %2</translation>
    </message>
    <message>
        <source>Process (PID)</source>
        <translation>进程 (PID)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What to join: a process or a file</source>
        <translation>加入的对象：进程或文件</translation>
    </message>
    <message>
        <source>Process or file to join</source>
        <translation>要加入的进程或文件</translation>
    </message>
</context>
<context>
    <name>nsw::Machines</name>
    <message>
        <source>Connect to &amp;machine…</source>
        <translation>连接到机器(&amp;M)…</translation>
    </message>
    <message>
        <source>Back to t&amp;his machine</source>
        <translation>回到本机(&amp;H)</translation>
    </message>
    <message>
        <source>On %1, by SSH</source>
        <translation>在 %1 上，通过 SSH</translation>
    </message>
    <message>
        <source>A container is running. End it before you go to another machine.</source>
        <translation>有容器正在运行。请先结束它，再转到另一台机器。</translation>
    </message>
    <message>
        <source>Connect to a machine</source>
        <translation>连接到机器</translation>
    </message>
    <message>
        <source>Everything then happens there, with the rights that you have there. Namespace Workbench has to be installed on it. An administrator&apos;s password can&apos;t be asked for over SSH: for what needs one, connect as root.

Address, such as ssh://user@host:</source>
        <translation>此后一切都在那里进行，使用您在那里的权限。那里必须装有命名空间工作台。无法通过 SSH 询问管理员密码：需要管理员的操作，请以 root 连接。

地址，例如 ssh://user@host：</translation>
    </message>
</context>
<context>
    <name>nsw::MainWindow</name>
    <message>
        <source>%1[*] — Namespace Workbench</source>
        <translation>%1[*] — 命名空间工作台</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Ended with exit status %1</source>
        <translation>已结束，退出状态 %1</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已丢失</translation>
    </message>
    <message>
        <source>A container is running</source>
        <translation>有容器正在运行</translation>
    </message>
    <message>
        <source>Closing the window ends the container and all that is in it.</source>
        <translation>关闭窗口会结束容器以及其中的一切。</translation>
    </message>
    <message>
        <source>&amp;End it and close</source>
        <translation>结束容器并关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Namespace Workbench</source>
        <translation>命名空间工作台</translation>
    </message>
    <message>
        <source>Chart&amp;s</source>
        <translation>图表(&amp;S)</translation>
    </message>
    <message>
        <source>Paused before step %1</source>
        <translation>停在第 %1 步之前</translation>
    </message>
    <message>
        <source>Termin&amp;als</source>
        <translation>终端(&amp;A)</translation>
    </message>
    <message>
        <source>%1[*] — %2 — Namespace Workbench</source>
        <translation>%1[*] — %2 — 命名空间工作台</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>nsw::Masking</name>
    <message>
        <source>&amp;Mask names</source>
        <translation>遮盖名称(&amp;M)</translation>
    </message>
    <message>
        <source>Shows placeholders for user names, host names and addresses</source>
        <translation>用占位符代替用户名、主机名和地址</translation>
    </message>
</context>
<context>
    <name>nsw::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>nsw::MomentSlider</name>
    <message>
        <source>%1, %2</source>
        <comment>time, what happened then</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
</context>
<context>
    <name>nsw::MomentStrip</name>
    <message>
        <source>&amp;Moment</source>
        <translation>时刻(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>对比(&amp;W)</translation>
    </message>
    <message>
        <source>Compa&amp;re</source>
        <translation>比较(&amp;R)</translation>
    </message>
    <message>
        <source>Back to &amp;live</source>
        <translation>回到实时(&amp;L)</translation>
    </message>
    <message>
        <source>Moment that is shown</source>
        <translation>所显示的时刻</translation>
    </message>
    <message>
        <source>Moment to compare it with</source>
        <translation>用来比较的时刻</translation>
    </message>
    <message>
        <source>Shows what changed from one moment to another</source>
        <translation>显示从一个时刻到另一个时刻的变化</translation>
    </message>
    <message>
        <source>Side that is compared</source>
        <translation>所比较的一侧</translation>
    </message>
    <message>
        <source>Shows the machine as it is now (Esc)</source>
        <translation>显示机器现在的样子 (Esc)</translation>
    </message>
</context>
<context>
    <name>nsw::MountActs</name>
    <message>
        <source>Mount…</source>
        <translation>挂载…</translation>
    </message>
    <message>
        <source>&amp;Mount</source>
        <translation>挂载(&amp;M)</translation>
    </message>
    <message>
        <source>Unmount…</source>
        <translation>卸载…</translation>
    </message>
    <message>
        <source>&amp;Unmount</source>
        <translation>卸载(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>类型(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Source:</source>
        <translation>源(&amp;S)：</translation>
    </message>
    <message>
        <source>the directory to show a second time</source>
        <translation>要再次显示的目录</translation>
    </message>
    <message>
        <source>M&amp;ount at:</source>
        <translation>挂载位置(&amp;O)：</translation>
    </message>
    <message>
        <source>O&amp;ptions:</source>
        <translation>选项(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Mount point:</source>
        <translation>挂载点(&amp;M)：</translation>
    </message>
</context>
<context>
    <name>nsw::MountEditor</name>
    <message>
        <source>private: no mount goes in or out</source>
        <translation>private：挂载不进也不出</translation>
    </message>
    <message>
        <source>slave: mounts come in, none go out</source>
        <translation>slave：挂载可传入，不传出</translation>
    </message>
    <message>
        <source>shared: mounts go both ways</source>
        <translation>shared：挂载双向传播</translation>
    </message>
    <message>
        <source>unbindable: private, and never bind-mounted</source>
        <translation>unbindable：私有，且不可绑定挂载</translation>
    </message>
    <message>
        <source>unchanged: as outside</source>
        <translation>unchanged：与外部相同</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>Propagation</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>Mounts, in this order</source>
        <translation>挂载（按此顺序）</translation>
    </message>
</context>
<context>
    <name>nsw::MountEntriesModel</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>For bind: the directory or file to be seen at the target</source>
        <translation>用于 bind：要在目标处显示的目录或文件</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Where it is mounted; it exists, or lies on a tmpfs of this list</source>
        <translation>挂载的位置；须已存在，或位于本列表中的某个 tmpfs 上</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>proc, tmpfs, mqueue, bind, sysfs or overlay</source>
        <translation>proc、tmpfs、mqueue、bind、sysfs 或 overlay</translation>
    </message>
    <message>
        <source>With commas: ro, nosuid, nodev, noexec, rbind; size=… and mode=… for tmpfs; lowerdir=…:…, upperdir=… and workdir=… for overlay</source>
        <translation>用逗号分隔：ro、nosuid、nodev、noexec、rbind；tmpfs 可用 size=… 和 mode=…；overlay 用 lowerdir=…:…、upperdir=… 和 workdir=…</translation>
    </message>
</context>
<context>
    <name>nsw::NetworkActs</name>
    <message>
        <source>Switch on or off…</source>
        <translation>启用或停用…</translation>
    </message>
    <message>
        <source>&amp;Switch</source>
        <translation>切换(&amp;S)</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>添加地址…</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Interface:</source>
        <translation>接口(&amp;I)：</translation>
    </message>
    <message>
        <source>S&amp;tate:</source>
        <translation>状态(&amp;T)：</translation>
    </message>
    <message>
        <source>on (up)</source>
        <translation>启用 (up)</translation>
    </message>
    <message>
        <source>off (down)</source>
        <translation>停用 (down)</translation>
    </message>
    <message>
        <source>IP &amp;address:</source>
        <translation>IP 地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Prefix length:</source>
        <translation>前缀长度(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>nsw::NetworkEditor</name>
    <message>
        <source>Switch the loopback link (lo) on</source>
        <translation>启用回环接口 (lo)</translation>
    </message>
    <message>
        <source>A new network namespace has nothing but lo, and even that is down.</source>
        <translation>新的网络命名空间只有 lo，而且它还是关闭的。</translation>
    </message>
    <message>
        <source>Lay a cable to this machine (veth)</source>
        <translation>接一根到这台机器的网线 (veth)</translation>
    </message>
    <message>
        <source>End inside</source>
        <translation>内部一端</translation>
    </message>
    <message>
        <source>Address inside</source>
        <translation>内部地址</translation>
    </message>
    <message>
        <source>End outside</source>
        <translation>外部一端</translation>
    </message>
    <message>
        <source>Address outside</source>
        <translation>外部地址</translation>
    </message>
    <message>
        <source>A pair of links, one inside and one outside: what goes into one comes out of the other. It needs an administrator.</source>
        <translation>一对接口，一个在内部，一个在外部：从一端进入的数据从另一端出来。需要管理员。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>nsw::OutputView</name>
    <message>
        <source>Output of the command</source>
        <translation>命令的输出</translation>
    </message>
    <message>
        <source>What the command writes appears here.</source>
        <translation>命令写出的内容会显示在这里。</translation>
    </message>
    <message>
        <source>A line for the command&apos;s input</source>
        <translation>给命令的一行输入</translation>
    </message>
    <message>
        <source>A line for the command&apos;s input, then Enter</source>
        <translation>给命令的一行输入，然后按 Enter</translation>
    </message>
    <message>
        <source>A recording takes no input, and has none that was typed</source>
        <translation>录制不接受输入，其中也没有键入过的内容</translation>
    </message>
</context>
<context>
    <name>nsw::PidEditor</name>
    <message>
        <source>Mount a /proc of its own</source>
        <translation>挂载它自己的 /proc</translation>
    </message>
    <message>
        <source>An init as PID 1, the command as its child</source>
        <translation>以 init 作为 PID 1，命令是它的子进程</translation>
    </message>
    <message>
        <source>So that ps and top inside see the processes inside. Needs a new mount namespace.</source>
        <translation>使内部的 ps 和 top 看到内部的进程。需要新的挂载命名空间。</translation>
    </message>
    <message>
        <source>The init collects processes that ended. Without it the command itself is PID 1.</source>
        <translation>init 负责回收已结束的进程。没有它时，命令本身就是 PID 1。</translation>
    </message>
</context>
<context>
    <name>nsw::PrivilegeView</name>
    <message>
        <source>Add a &amp;user namespace instead</source>
        <translation>改为添加用户命名空间(&amp;U)</translation>
    </message>
    <message>
        <source>It can&apos;t be started like this.</source>
        <translation>无法这样启动。</translation>
    </message>
    <message>
        <source>Needs an administrator. You are asked for it at Start.</source>
        <translation>需要管理员。启动时会向您询问。</translation>
    </message>
    <message>
        <source>Runs as you, the administrator (root).</source>
        <translation>以您的身份，即管理员 (root) 运行。</translation>
    </message>
    <message>
        <source>Runs as you. No administrator is needed.</source>
        <translation>以您的身份运行，不需要管理员。</translation>
    </message>
</context>
<context>
    <name>nsw::ProcessActs</name>
    <message>
        <source>Send a signal…</source>
        <translation>发送信号…</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Start a command…</source>
        <translation>启动命令…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>%1 (outside %2, inside %3)</source>
        <translation>%1（外部 %2，内部 %3）</translation>
    </message>
    <message>
        <source>%1 (outside %2)</source>
        <translation>%1（外部 %2）</translation>
    </message>
    <message>
        <source>&amp;Process:</source>
        <translation>进程(&amp;P)：</translation>
    </message>
    <message>
        <source>S&amp;ignal:</source>
        <translation>信号(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>命令(&amp;C)：</translation>
    </message>
    <message>
        <source>sleep 1000</source>
        <translation>sleep 1000</translation>
    </message>
</context>
<context>
    <name>nsw::Projector</name>
    <message>
        <source>&amp;Projector mode</source>
        <translation>投影模式(&amp;P)</translation>
    </message>
    <message>
        <source>Leave projector mode (Esc)</source>
        <translation>退出投影模式 (Esc)</translation>
    </message>
</context>
<context>
    <name>nsw::Recordings</name>
    <message>
        <source>Recordings (*.nswrec);;All files (*)</source>
        <translation>录制 (*.nswrec);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open recor&amp;ding…</source>
        <translation>打开录制(&amp;D)…</translation>
    </message>
    <message>
        <source>Save recordin&amp;g…</source>
        <translation>保存录制(&amp;G)…</translation>
    </message>
    <message>
        <source>Keeps what happened since the last Start in a file</source>
        <translation>把上次启动以来发生的事情保存到文件</translation>
    </message>
    <message>
        <source>There is nothing to keep before the first Start.</source>
        <translation>第一次启动之前没有可保存的内容。</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开录制</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>保存录制</translation>
    </message>
    <message>
        <source>The recording “%1” was not saved. %2</source>
        <translation>录制“%1”没有保存。%2</translation>
    </message>
    <message>
        <source>Saved %1, with the names as they are: masking is for the screen.</source>
        <translation>已保存 %1，其中的名称未经遮盖：遮盖只用于屏幕。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>“%1” was not opened. %2
The file was left as it is.</source>
        <translation>未能打开“%1”。%2
文件保持原样。</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>A recording is shown. Close it to change something.</source>
        <translation>正在显示录制。要更改内容，请先关闭它。</translation>
    </message>
    <message>
        <source>recorded %1 on %2, %3</source>
        <comment>date, name of the machine, its kernel</comment>
        <translation>录制于 %1，机器 %2，%3</translation>
    </message>
    <message>
        <source>%1 of its older pictures are left out</source>
        <translation>其中 %1 个较早的状态已略去</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>录制：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 (recording)</source>
        <translation>%1（录制）</translation>
    </message>
    <message>
        <source>Earlier ru&amp;ns</source>
        <translation>先前的运行(&amp;N)</translation>
    </message>
    <message>
        <source>Keeps the run that is shown in a file</source>
        <translation>将所显示的运行保存到文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was started, and when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Earlier run: %1</source>
        <translation>先前的运行：%1</translation>
    </message>
    <message>
        <source>%1 (earlier run)</source>
        <translation>%1（先前的运行）</translation>
    </message>
</context>
<context>
    <name>nsw::ReplayBar</name>
    <message>
        <source>&amp;Previous step</source>
        <translation>上一个步骤(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;lay</source>
        <translation>播放(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一个步骤(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Close recording</source>
        <translation>关闭录制(&amp;C)</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>speed</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the recording is played</source>
        <translation>录制播放的速度</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>time that passed, and in all</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>nsw::RowsTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>nsw::SecondsEdit</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>nsw::SeriesChart</name>
    <message>
        <source>Time in seconds</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a line in the chart and its number</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The limit of each kind, %1, is too high to be drawn.</source>
        <translation>每种类型的限制为 %1，太高而无法画出。</translation>
    </message>
    <message>
        <source>Too high to be drawn: %1.</source>
        <translation>太高而无法画出：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between limits</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>nsw::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>nsw::ShellView</name>
    <message>
        <source>The same as a shell command</source>
        <translation>等价的 shell 命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command to the clipboard</source>
        <translation>将命令复制到剪贴板</translation>
    </message>
    <message>
        <source>The same in a shell</source>
        <translation>在 shell 中同样的操作</translation>
    </message>
</context>
<context>
    <name>nsw::Starter</name>
    <message>
        <source>It can&apos;t be started like this. %1</source>
        <translation>无法这样启动。%1</translation>
    </message>
    <message>
        <source>Start as &amp;administrator…</source>
        <translation>以管理员身份启动(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;user namespace and start</source>
        <translation>添加用户命名空间并启动(&amp;U)</translation>
    </message>
    <message>
        <source>%1
If you start it as administrator, your system asks for a password.</source>
        <translation>%1
如果以管理员身份启动，系统会要求您输入密码。</translation>
    </message>
    <message>
        <source>This needs an administrator, who can&apos;t be asked on another machine. Connect to it as root, or make the user namespace new too.</source>
        <translation>这需要管理员，而在另一台机器上无法询问管理员。请以 root 连接到它，或者把用户命名空间也设为新的。</translation>
    </message>
</context>
<context>
    <name>nsw::StepCostsModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>系统调用</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>nsw::StepEditDialog</name>
    <message>
        <source>Change step %1: %2</source>
        <translation>更改第 %1 步：%2</translation>
    </message>
    <message>
        <source>&amp;Change the step</source>
        <translation>更改此步(&amp;C)</translation>
    </message>
</context>
<context>
    <name>nsw::StepGuideView</name>
    <message>
        <source>What this step means</source>
        <translation>这一步的含义</translation>
    </message>
    <message>
        <source>In a shell</source>
        <translation>在 shell 中</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>可查看</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
</context>
<context>
    <name>nsw::Stepping</name>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Breakpoint</source>
        <translation>断点(&amp;B)</translation>
    </message>
    <message>
        <source>Make the next step, and no more (F10)</source>
        <translation>只执行下一步（F10）</translation>
    </message>
    <message>
        <source>End it and begin again with the first step (Ctrl+Shift+F5)</source>
        <translation>结束并从第一步重新开始（Ctrl+Shift+F5）</translation>
    </message>
    <message>
        <source>Pause before the step that is selected (F9)</source>
        <translation>在选中的步骤之前暂停（F9）</translation>
    </message>
</context>
<context>
    <name>nsw::StepsChart</name>
    <message>
        <source>%1. %2 ✗ %3</source>
        <comment>number, call and time of a step that failed</comment>
        <translation>%1. %2 ✗ %3</translation>
    </message>
    <message>
        <source>%1. %2  %3</source>
        <comment>number, call and time of a step</comment>
        <translation>%1. %2  %3</translation>
    </message>
    <message>
        <source>Cost of each step</source>
        <translation>各步骤的耗时</translation>
    </message>
    <message>
        <source>Press Start: then a bar for each step shows how long it took.</source>
        <translation>按“启动”：之后每个步骤会有一个条形，显示其用时。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Time in microseconds</source>
        <translation>时间（微秒）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the steps, and its time in all</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nsw::StepsModel</name>
    <message>
        <source>not yet</source>
        <translation>尚未执行</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>系统调用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>%1, next</source>
        <translation>%1，下一步</translation>
    </message>
    <message>
        <source>%1, breakpoint</source>
        <translation>%1，断点</translation>
    </message>
    <message>
        <source>changed, %1</source>
        <comment>a step whose arguments were edited, and its result</comment>
        <translation>已更改，%1</translation>
    </message>
</context>
<context>
    <name>nsw::StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Ste&amp;ps</source>
        <translation>步骤(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Pause &amp;before this step</source>
        <translation>在此步之前暂停(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Leave this step out</source>
        <translation>略过此步(&amp;L)</translation>
    </message>
    <message>
        <source>Change its &amp;arguments…</source>
        <translation>更改参数(&amp;A)…</translation>
    </message>
    <message>
        <source>What follows from the changes</source>
        <translation>这些更改的后果</translation>
    </message>
</context>
<context>
    <name>nsw::TableCopy</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>复制为 CSV(&amp;V)</translation>
    </message>
    <message>
        <source>Copy this c&amp;ell</source>
        <translation>复制此单元格(&amp;E)</translation>
    </message>
</context>
<context>
    <name>nsw::TableModel</name>
    <message>
        <source>has just changed</source>
        <translation>刚刚有变化</translation>
    </message>
</context>
<context>
    <name>nsw::TableProxy</name>
    <message numerus="yes">
        <source>%1, unfolded, %n below</source>
        <translation>
            <numerusform>%1，已展开，其下 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n below</source>
        <translation>
            <numerusform>%1，已折叠，其下 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nsw::TerminalFrame</name>
    <message>
        <source>The shell ended with exit status %1.</source>
        <translation>shell 已结束，退出状态为 %1。</translation>
    </message>
    <message>
        <source>Terminal, %1</source>
        <translation>终端，%1</translation>
    </message>
    <message>
        <source>Tab and most keys go to the shell; Alt+2 leaves to the steps.</source>
        <translation>Tab 和大多数按键都交给 shell；按 Alt+2 可离开并转到步骤。</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1（现为 %2）</translation>
    </message>
    <message>
        <source>What runs here has left or entered namespaces by itself: %1. The badge and the prompt say where it began.</source>
        <translation>在此运行的程序自行离开或进入了命名空间：%1。徽标和提示符表示的是它开始时所在之处。</translation>
    </message>
    <message>
        <source>Names in terminals can&apos;t be masked: what is shown here is as it is.</source>
        <translation>终端中的名称无法遮盖：这里显示的就是原样。</translation>
    </message>
    <message>
        <source>What runs here belongs to somebody else, as under sudo, and can&apos;t be looked at: it may have left or entered namespaces.</source>
        <translation>在此运行的程序属于其他用户（例如通过 sudo），无法查看：它可能已离开或进入了命名空间。</translation>
    </message>
    <message>
        <source>The container has moved on since: it has other namespaces of these kinds now: %1. This terminal stays where it began; a new one is where the container is.</source>
        <translation>容器其后又向前推进，在以下种类中现已处于其他命名空间：%1。此终端仍留在它开始之处；新打开的终端则与容器在一处。</translation>
    </message>
</context>
<context>
    <name>nsw::TerminalPlaces</name>
    <message>
        <source>Terminals open here while a container runs: any number, inside and outside.</source>
        <translation>容器运行期间，终端在此打开：数量不限，内部和外部均可。</translation>
    </message>
    <message>
        <source>Terminals open here in a pause, and once all steps are made.</source>
        <translation>在暂停时以及所有步骤执行完毕后，终端可在此打开。</translation>
    </message>
    <message>
        <source>Nobody is inside yet: the process inside comes about with clone3.</source>
        <translation>内部还没有进程：内部进程由 clone3 产生。</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>内部 %1</translation>
    </message>
    <message>
        <source>inside %1, as it was</source>
        <translation>内部 %1，早先的样子</translation>
    </message>
    <message>
        <source>%1: left or entered since</source>
        <translation>%1：其后已离开或进入</translation>
    </message>
    <message>
        <source>%1: that of the outside</source>
        <translation>%1：即外部的那个</translation>
    </message>
    <message>
        <source>%1: isolated, and the container is in another by now</source>
        <translation>%1：已隔离，而容器现在处于另一个</translation>
    </message>
    <message>
        <source>%1: that of the outside, and the container is in another by now</source>
        <translation>%1：即外部的那个，而容器现在处于另一个</translation>
    </message>
    <message>
        <source>%1: isolated</source>
        <translation>%1：已隔离</translation>
    </message>
    <message>
        <source>%1: shared</source>
        <translation>%1：共享</translation>
    </message>
</context>
<context>
    <name>nsw::TerminalsPanel</name>
    <message>
        <source>New terminal &amp;inside</source>
        <translation>新建内部终端(&amp;I)</translation>
    </message>
    <message>
        <source>New terminal o&amp;utside</source>
        <translation>新建外部终端(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close the terminal</source>
        <translation>关闭终端(&amp;C)</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and place of a terminal</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (ended)</source>
        <translation>%1（已结束）</translation>
    </message>
    <message>
        <source>A recording is shown: here are the terminals that were open then.</source>
        <translation>正在显示录制内容：这里是当时打开的终端。</translation>
    </message>
    <message>
        <source>Any number of terminals open here, inside and outside.</source>
        <translation>终端在此打开：数量不限，内部和外部均可。</translation>
    </message>
</context>
<context>
    <name>nsw::TimeEditor</name>
    <message>
        <source>Seconds by which CLOCK_MONOTONIC inside is ahead of outside</source>
        <translation>内部的 CLOCK_MONOTONIC 比外部快的秒数</translation>
    </message>
    <message>
        <source>Seconds by which CLOCK_BOOTTIME, the uptime, inside is ahead of outside</source>
        <translation>内部的 CLOCK_BOOTTIME（运行时间）比外部快的秒数</translation>
    </message>
    <message>
        <source>Monotonic clock</source>
        <translation>单调时钟</translation>
    </message>
    <message>
        <source>Clock since boot</source>
        <translation>启动时间时钟</translation>
    </message>
</context>
<context>
    <name>nsw::Timeline</name>
    <message>
        <source>Not live: as it was at %1</source>
        <translation>非实时：%1 时的样子</translation>
    </message>
    <message>
        <source>Esc, or “Back to live”, shows the machine as it is now.</source>
        <translation>按 Esc 或“回到实时”显示机器现在的样子。</translation>
    </message>
    <message>
        <source>%1, then and now</source>
        <comment>side</comment>
        <translation>%1：当时与现在</translation>
    </message>
    <message>
        <source>Then: %1. Now: %2. ≠ changed   − gone   + new. Esc shows the machine as it is now.</source>
        <translation>当时：%1。现在：%2。≠ 已改变   − 已消失   + 新增。按 Esc 显示机器现在的样子。</translation>
    </message>
</context>
<context>
    <name>nsw::TreeControl</name>
    <message>
        <source>&amp;Fold</source>
        <translation>折叠(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>展开(&amp;U)</translation>
    </message>
    <message>
        <source>Fold a&amp;ll</source>
        <translation>全部折叠(&amp;L)</translation>
    </message>
    <message>
        <source>Unfold &amp;all</source>
        <translation>全部展开(&amp;A)</translation>
    </message>
</context>
<context>
    <name>nsw::UserEditor</name>
    <message>
        <source>deny: groups can&apos;t be dropped</source>
        <translation>deny：不能放弃组</translation>
    </message>
    <message>
        <source>allow: needs an administrator</source>
        <translation>allow：需要管理员</translation>
    </message>
    <message>
        <source>Whether setgroups(2) is allowed inside. Dropping a group can give rights that the group denied.</source>
        <translation>内部是否允许 setgroups(2)。放弃一个组可能会得到被该组拒绝的权限。</translation>
    </message>
    <message>
        <source>User IDs</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Group IDs</source>
        <translation>组 ID</translation>
    </message>
    <message>
        <source>setgroups()</source>
        <translation>setgroups()</translation>
    </message>
    <message>
        <source>%1, drawn</source>
        <translation>%1（图示）</translation>
    </message>
</context>
<context>
    <name>nsw::UtsActs</name>
    <message>
        <source>Change the hostname…</source>
        <translation>更改主机名…</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hostname:</source>
        <translation>主机名(&amp;H)：</translation>
    </message>
    <message>
        <source>Change the domain name…</source>
        <translation>更改 NIS 域名…</translation>
    </message>
    <message>
        <source>&amp;Domain name:</source>
        <translation>NIS 域名(&amp;D)：</translation>
    </message>
</context>
<context>
    <name>nsw::UtsEditor</name>
    <message>
        <source>as outside</source>
        <translation>与外部相同</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>NIS domain name</source>
        <translation>NIS 域名</translation>
    </message>
</context>
<context>
    <name>nsw::WindowLayout</name>
    <message>
        <source>Lower part a&amp;lone</source>
        <translation>只显示下半部分(&amp;L)</translation>
    </message>
    <message>
        <source>Gives all the room to steps, output or terminals, and back (F12)</source>
        <translation>将全部空间给步骤、输出或终端，再按一次则还原 (F12)</translation>
    </message>
</context>
<context>
    <name>nsw::WindowMenus</name>
    <message>
        <source>S&amp;tart</source>
        <translation>启动(&amp;T)</translation>
    </message>
    <message>
        <source>Make the container and run the command (F5)</source>
        <translation>创建容器并运行命令 (F5)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>End the container and all that is in it (Shift+F5)</source>
        <translation>结束容器以及其中的一切 (Shift+F5)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>这是什么？(&amp;T)</translation>
    </message>
    <message>
        <source>All &amp;cards</source>
        <translation>全部卡片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Chart&amp;s</source>
        <translation>图表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Filter the table</source>
        <translation>筛选表格(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Main tools</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>继续(&amp;T)</translation>
    </message>
    <message>
        <source>Make all steps up to the next breakpoint (F5)</source>
        <translation>执行到下一个断点为止的所有步骤（F5）</translation>
    </message>
    <message>
        <source>Termin&amp;als</source>
        <translation>终端(&amp;A)</translation>
    </message>
    <message>
        <source>A recording is shown. Close it to start a container.</source>
        <translation>正在显示录制。要启动容器，请先关闭它。</translation>
    </message>
</context>
<context>
    <name>nsw::Zoom</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Natural size</source>
        <translation>原始大小(&amp;N)</translation>
    </message>
</context>
</TS>
